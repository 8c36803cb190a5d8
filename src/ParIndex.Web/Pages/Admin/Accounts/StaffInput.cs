using FluentValidation;
using ParIndex.Application.Staff;
using ParIndex.Domain.Staff;
using ParIndex.Domain.Units;

namespace ParIndex.Web.Pages.Admin.Accounts;

/// <summary>What is typed about a person, where an account is added or edited.</summary>
public sealed record StaffInput
{
    /// <summary>Staff code; fixed once the account exists.</summary>
    public string? StaffCode { get; init; }

    /// <summary>Full name.</summary>
    public string? FullName { get; init; }

    /// <summary>Post.</summary>
    public string? Post { get; init; }

    /// <summary>E-mail address, or nothing.</summary>
    public string? Email { get; init; }

    /// <summary>Code of the unit, or nothing.</summary>
    public string? Unit { get; init; }

    /// <summary>Names of roles ticked.</summary>
    public List<string> Roles { get; init; } = [];

    /// <summary>The account's stamp when the form was shown.</summary>
    public string? Stamp { get; init; }

    /// <summary>The roles ticked.</summary>
    public StaffRoles Ticked => RoleWords.All.Where(role => Roles.Contains(role.ToString(), StringComparer.Ordinal)).Aggregate(StaffRoles.None, (all, role) => all | role);

    /// <summary>What the register enters.</summary>
    public StaffEntry ToEntry(IReadOnlyList<Unit> units) => new(StaffCode ?? "", FullName!, Post, Ticked, units.FirstOrDefault(unit => unit.Code == Unit)?.Id, Email);

    /// <summary>What is checked before the register is asked.</summary>
    internal sealed class Rules : AbstractValidator<StaffInput>
    {
        public Rules(IReadOnlyList<Unit> units, bool isNew)
        {
            RuleFor(input => input.StaffCode).Must(code => StaffRegister.IsCode((code ?? "").Trim())).WithMessage(StaffRegister.CodeForm).When(_ => isNew);
            RuleFor(input => input.FullName).NotEmpty().WithMessage("Nhập họ và tên.").MaximumLength(200).WithMessage("Họ và tên dài nhất 200 ký tự.");
            RuleFor(input => input.Post).MaximumLength(200).WithMessage("Chức vụ dài nhất 200 ký tự.");
            RuleFor(input => input.Email).Must(email => string.IsNullOrWhiteSpace(email) || StaffRegister.IsEmail(email.Trim())).WithMessage(StaffRegister.EmailForm);
            RuleFor(input => input.Unit).Must(code => string.IsNullOrEmpty(code) || units.Any(unit => unit.Code == code)).WithMessage("Chọn một đơn vị trong danh mục.");
            RuleFor(input => input.Roles).Custom((_, context) =>
            {
                var input = context.InstanceToValidate;
                if (RoleWords.Refuse(input.Ticked, units.FirstOrDefault(unit => unit.Code == input.Unit)?.Id) is { } reason)
                {
                    context.AddFailure(reason);
                }
            });
        }
    }
}

/// <summary>What the fields of a person are drawn from.</summary>
/// <param name="Input">What is typed.</param>
/// <param name="Units">Units to choose from.</param>
/// <param name="IsNew">Whether the staff code is still to be chosen.</param>
public sealed record StaffFields(StaffInput Input, IReadOnlyList<Unit> Units, bool IsNew);
