using ParIndex.Web.Answers;
using ParIndex.Web.Commands;
using ParIndex.Web.Configuration;
using ParIndex.Web.Endpoints;
using ParIndex.Web.Forms;
using ParIndex.Web.Published;
using ParIndex.Web.Security;
using ParIndex.Web.Setup;

// One program: with a verb it does that work and ends; without one it serves. `VerbList` lists the verbs.
return await CommandLine.RunAsync(args, BuildApp, VerbList.All);

static WebApplication BuildApp(string[] args)
{
    var builder = WebApplication.CreateBuilder(ContentRoot.Options(args));

    builder.AddSettings();
    builder.AddLogs();
    builder.AddListenAddress();
    builder.AddStrictContainer();
    builder.Services.AddSingleton(TimeProvider.System);
    builder.AddDatabase();
    builder.AddPublishedAnswers();

    builder.AddOuterLayers();
    builder.AddTrustedProxies();
    builder.AddRateLimits();
    builder.AddSignIn();

    builder.AddNumbersAsText();
    builder.AddFormBody();
    builder.AddReaderLanguage();
    builder.AddPages();
    builder.AddCompression();
    builder.AddProblems();
    builder.AddHealth();
    builder.AddKeyStore();

    var app = builder.Build();
    app.Services.CheckSettings();

    app.UsePublishedAnswers();
    app.UseMiddleware<RequestScope>();
    app.UseErrors();
    app.UseHeadAsGet();
    app.UseMiddleware<EntityTags>();
    app.UseResponseCompression();
    app.UseVersionedStaticFiles();
    app.UseReaderLanguage();
    app.UseOneAddressPerPage();
    app.UseVietnamese();
    app.UseReadyDatabase();
    app.UseMiddleware<CountedAnswers>();
    app.UseDryRun();
    app.UseRouting();
    app.UsePlainAddressForData();
    app.UseRateLimiter();
    app.UseSignIn();
    app.UseMiddleware<FilledForms>();

    app.MapPages();
    app.MapTables();
    app.MapCriteria();
    app.MapCharts();
    app.MapReleaseFiles();
    app.MapSeals();
    app.MapCatalogue();
    app.MapApi();
    app.MapSitemap();
    app.MapSearch();
    app.MapScoreCells();
    app.MapUploads();
    app.MapStaffTables();
    app.MapSignedPapers();
    app.MapPapers();
    app.MapHealth();
    app.MapVersion();

    return app;
}
