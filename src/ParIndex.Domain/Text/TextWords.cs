namespace ParIndex.Domain.Text;

/// <summary>Why a text cannot be taken at its word; each sentence is the end of one whose subject the text is.</summary>
internal static class TextWords
{
    public static Finding Direction(string sign) => new("text.direction-sign", $"có dấu điều khiển hướng chữ ({sign}) không nhìn thấy; hãy xoá dấu ấy và gõ lại", ("sign", sign));

    public static Finding Damaged() => new("text.damaged-sign", "có ký tự bị hỏng khi chuyển mã (U+FFFD); hãy gõ lại từ bản gốc");

    public static Finding NoCharacter(string sign) => new("text.no-character", $"có mã không phải là ký tự ({sign}); hãy gõ lại", ("sign", sign));

    public static Finding PrivateSign(string sign) => new("text.private-sign", $"có ký tự riêng của một phông chữ ({sign}); hãy gõ lại bằng bảng mã Unicode", ("sign", sign));

    public static Finding Control(string sign) => new("text.control-sign", $"có ký tự điều khiển ({sign}); hãy gõ lại", ("sign", sign));

    public static Finding HalfCharacter(string sign) => new("text.half-character", $"có nửa ký tự ({sign}); hãy gõ lại", ("sign", sign));

    public static Finding FalseD(string letter, string sign) =>
        new("text.false-d", $"có chữ “{letter}” ({sign}) không phải là chữ Đ của tiếng Việt; hãy gõ lại", ("letter", letter), ("sign", sign));

    public static Finding OtherScript(string letter, string sign) =>
        new("text.other-script", $"có chữ “{letter}” ({sign}) của hệ chữ khác, trông giống chữ Việt; hãy gõ lại", ("letter", letter), ("sign", sign));

    public static Finding LegacyFont() => new("text.legacy-font", "được gõ theo phông chữ cũ (TCVN3, VNI) hoặc bị chuyển mã sai; hãy chuyển sang Unicode rồi nhập lại");
}
