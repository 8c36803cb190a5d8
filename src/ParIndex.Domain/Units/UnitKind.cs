namespace ParIndex.Domain.Units;

/// <summary>What sort of body a unit is, in the order directories list them.</summary>
public enum UnitKind
{
    /// <summary>Sở, ban, ngành of the province.</summary>
    Department,

    /// <summary>Huyện, thị xã, thành phố; abolished on 1 July 2025.</summary>
    District,

    /// <summary>Xã, phường, đặc khu; before 1/7/2025 also thị trấn.</summary>
    Commune,

    /// <summary>Any other body that is assessed.</summary>
    Other,
}
