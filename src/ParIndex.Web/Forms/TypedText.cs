using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Binders;
using ParIndex.Domain.Text;

namespace ParIndex.Web.Forms;

/// <summary>
/// What comes in from forms and addresses: texts without signs that no text holds, boxes that are ticked or not, and
/// refusals of the framework in the reader's language.
/// </summary>
internal static class TypedText
{
    private const int LongestQuoted = 40;

    public static void AddTypedText(this IMvcBuilder pages)
    {
        // The pages check on the server; attributes for a script that is not there would only carry its English.
        pages.AddViewOptions(views => views.HtmlHelperOptions.ClientValidationEnabled = false);
        pages.Services.Configure<MvcOptions>(mvc =>
        {
            mvc.ModelBinderProviders.Insert(0, new LegibleTexts());
            mvc.ModelBinderProviders.Insert(0, new Ticks());
            var words = mvc.ModelBindingMessageProvider;
            words.SetAttemptedValueIsInvalidAccessor((value, _) => NotUnderstood(value));
            words.SetNonPropertyAttemptedValueIsInvalidAccessor(NotUnderstood);
            words.SetValueIsInvalidAccessor(NotUnderstood);
            words.SetValueMustNotBeNullAccessor(_ => "Thiếu một nội dung của biểu mẫu; tải lại trang rồi thực hiện lại.");
            words.SetUnknownValueIsInvalidAccessor(_ => "Không hiểu một nội dung vừa gửi.");
            words.SetNonPropertyUnknownValueIsInvalidAccessor(() => "Không hiểu một nội dung vừa gửi.");
            words.SetValueMustBeANumberAccessor(_ => "Nhập một số nguyên.");
            words.SetNonPropertyValueMustBeANumberAccessor(() => "Nhập một số nguyên.");
            words.SetMissingBindRequiredValueAccessor(_ => "Thiếu một nội dung của biểu mẫu; tải lại trang rồi thực hiện lại.");
            words.SetMissingKeyOrValueAccessor(() => "Thiếu một nội dung của biểu mẫu; tải lại trang rồi thực hiện lại.");
            words.SetMissingRequestBodyRequiredValueAccessor(() => "Không có nội dung nào được gửi.");
        });
    }

    private static string NotUnderstood(string? value) => $"Không hiểu nội dung “{Shorten(TextSigns.Legible(value ?? ""))}”.";

    private static string Shorten(string text) => text.Length <= LongestQuoted ? text : string.Concat(text.EnumerateRunes().Take(LongestQuoted)) + "…";

    /// <summary>Texts are legible before any page sees them.</summary>
    private sealed class LegibleTexts : IModelBinderProvider
    {
        public IModelBinder? GetBinder(ModelBinderProviderContext context) => context.Metadata.ModelType == typeof(string) && context.BindingInfo.BindingSource != BindingSource.Body
            ? new Binder(new SimpleTypeModelBinder(typeof(string), context.Services.GetRequiredService<ILoggerFactory>()))
            : null;

        private sealed class Binder(SimpleTypeModelBinder typed) : IModelBinder
        {
            public async Task BindModelAsync(ModelBindingContext bindingContext)
            {
                await typed.BindModelAsync(bindingContext);
                if (bindingContext.Result is { IsModelSet: true, Model: string text } && TextSigns.Legible(text) is var legible && legible != text)
                {
                    // The box is written again from what was sent: that too can be read now.
                    bindingContext.ModelState.SetModelValue(bindingContext.ModelName, new ValueProviderResult(legible));
                    bindingContext.Result = ModelBindingResult.Success(legible);
                }
            }
        }
    }

    /// <summary>A box is ticked or not. Anything else is told, and not written back into the box, which could not hold it.</summary>
    private sealed class Ticks : IModelBinderProvider
    {
        public IModelBinder? GetBinder(ModelBinderProviderContext context) => context.Metadata.UnderlyingOrModelType == typeof(bool) ? new Binder() : null;

        private sealed class Binder : IModelBinder
        {
            public Task BindModelAsync(ModelBindingContext bindingContext)
            {
                var sent = bindingContext.ValueProvider.GetValue(bindingContext.ModelName);
                if (sent == ValueProviderResult.None)
                {
                    return Task.CompletedTask;
                }

                // The box comes before the “false” that stands for an empty one.
                var first = sent.FirstValue;
                bool? ticked = string.Equals(first, "true", StringComparison.OrdinalIgnoreCase) || first == "on" ? true
                    : string.Equals(first, "false", StringComparison.OrdinalIgnoreCase) ? false : null;
                bindingContext.ModelState.SetModelValue(bindingContext.ModelName, ticked is null ? new ValueProviderResult("false") : sent);
                if (ticked is { } known)
                {
                    bindingContext.Result = ModelBindingResult.Success(known);
                }
                else if (string.IsNullOrEmpty(first))
                {
                    bindingContext.Result = ModelBindingResult.Success(bindingContext.ModelMetadata.IsNullableValueType ? null : false);
                }
                else
                {
                    bindingContext.ModelState.TryAddModelError(bindingContext.ModelName, NotUnderstood(first));
                }

                return Task.CompletedTask;
            }
        }
    }
}
