using Xunit.v3;

// A walk over every page is one test and waits for nobody; beside it two others fill the cores, so that no walk is left alone
// at the end.
[assembly: Parallelization(MaxThreads = 3)]
