using ParIndex.Application.Data;

namespace ParIndex.Testing;

/// <summary>Saves what a test sets up, as an act of its own.</summary>
public static class TestSaves
{
    private static readonly Act SettingUp = new("test", "Chuẩn bị số liệu của phép thử");

    public static Task SetUpAsync(this ParIndexDb db)
    {
        ArgumentNullException.ThrowIfNull(db);
        return db.SaveAsync(SettingUp);
    }

    public static void SetUp(this ParIndexDb db) => db.SetUpAsync().GetAwaiter().GetResult();
}
