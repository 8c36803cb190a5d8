using FluentValidation;
using Microsoft.Extensions.Options;

namespace ParIndex.Web.Configuration;

/// <summary>The settings of the program, each section bound to a class and checked before anything starts.</summary>
internal static class Settings
{
    public static void AddSettings(this WebApplicationBuilder builder)
    {
        builder.AddServerOptions();
        builder.AddDemoOptions();
        builder.AddDatabaseOptions();
        builder.Add<SiteOptions>(SiteOptions.Section, new SiteOptionsValidator(builder.Environment));
    }

    /// <summary>Binds one section and has <paramref name="validator"/> check it at the start.</summary>
    public static OptionsBuilder<TOptions> Add<TOptions>(
        this WebApplicationBuilder builder, string section, IValidator<TOptions> validator)
        where TOptions : class =>
        builder.Services.AddOptions<TOptions>().BindConfiguration(section).CheckedBy(section, validator);

    /// <summary>Has <paramref name="validator"/> check the options at the start, whatever they were bound from.</summary>
    public static OptionsBuilder<TOptions> CheckedBy<TOptions>(
        this OptionsBuilder<TOptions> options, string section, IValidator<TOptions> validator)
        where TOptions : class
    {
        options.Services.AddSingleton<IValidateOptions<TOptions>>(new FluentValidateOptions<TOptions>(section, validator));
        return options.ValidateOnStart();
    }

    /// <exception cref="SettingsException">A setting is refused: one line each.</exception>
    public static void CheckSettings(this IServiceProvider services)
    {
        try
        {
            services.GetRequiredService<IStartupValidator>().Validate();
        }
        catch (AggregateException failures)
        {
            // What other options are made from is refused with each of them.
            throw SettingsException.For(failures.InnerExceptions.SelectMany(Lines).Distinct(StringComparer.Ordinal));
        }
        catch (Exception failure) when (failure is OptionsValidationException or InvalidOperationException)
        {
            throw SettingsException.For(Lines(failure));
        }
    }

    /// <summary>The refusals of our validators, or the binder's own sentence, which names the key it could not read.</summary>
    private static IEnumerable<string> Lines(Exception failure) =>
        failure is OptionsValidationException refused ? refused.Failures : [failure.Message];
}
