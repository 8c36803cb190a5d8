namespace ParIndex.Web.Commands;

/// <summary>
/// Builds the whole application from command-line settings, without starting it. Serving starts it; a verb only
/// uses its services, so that both always run on the same settings and the same database.
/// </summary>
public delegate WebApplication AppBuilder(string[] args);
