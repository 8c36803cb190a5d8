using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using ParIndex.Web.Pages;
using ParIndex.Web.Security;

namespace ParIndex.Web.Forms;

/// <summary>
/// A public page that takes a form from anybody. It has no token, since public pages set no cookie and are the same bytes for
/// everybody; a form that another site's page sends in a reader's name is refused by what the browser says of where it comes
/// from. Its page stands at <c>Pages/Public</c> under the name of the model.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class PublicFormAttribute : IgnoreAntiforgeryTokenAttribute, IAuthorizationFilter
{
    /// <summary>Whether the page at this place in <c>Pages</c> takes a form.</summary>
    internal static bool IsOn(string viewEnginePath) =>
        typeof(PublicFormAttribute).Assembly.GetType($"{nameof(ParIndex)}.{nameof(Web)}.Pages{viewEnginePath.Replace('/', '.')}Model")?.IsDefined(typeof(PublicFormAttribute), inherit: false) == true;

    /// <inheritdoc />
    public void OnAuthorization(AuthorizationFilterContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var request = context.HttpContext.Request;
        if (HttpMethods.IsPost(request.Method) && !FormOrigin.IsHere(request))
        {
            new ErrorText("Biểu mẫu không được nhận", "Biểu mẫu này được gửi từ một trang ngoài cổng, nên chưa lưu gì.", "Mở trang trên cổng rồi gửi lại.").Tell(context.HttpContext);
            context.Result = new StatusCodeResult(StatusCodes.Status403Forbidden);
        }
    }
}
