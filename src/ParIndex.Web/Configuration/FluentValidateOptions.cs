using FluentValidation;
using Microsoft.Extensions.Options;

namespace ParIndex.Web.Configuration;

/// <summary>
/// Lets FluentValidation check a class of settings. A refusal names the key as the operator writes it and never
/// repeats the value, which may be a password.
/// </summary>
internal sealed class FluentValidateOptions<TOptions>(string section, IValidator<TOptions> validator)
    : IValidateOptions<TOptions>
    where TOptions : class
{
    public ValidateOptionsResult Validate(string? name, TOptions options)
    {
        var result = validator.Validate(options);
        return result.IsValid
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(result.Errors.Select(error => Line(Key(error.PropertyName), error.ErrorMessage)));
    }

    private string Key(string property) => section.Length == 0 ? property : section + ":" + property;

    private static string Line(string key, string message) =>
        message.StartsWith(key, StringComparison.Ordinal) ? message : $"{key} {message}";
}
