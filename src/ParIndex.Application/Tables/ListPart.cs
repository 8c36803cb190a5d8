namespace ParIndex.Application.Tables;

/// <summary>What an answer with part of a list says of the whole.</summary>
/// <param name="Total">How many rows there are.</param>
/// <param name="Limit">How many the answer holds at most.</param>
/// <param name="Offset">How many were passed over.</param>
public sealed record ListPart(int Total, int Limit, int Offset)
{
    /// <summary>Writes it into an open object.</summary>
    internal void Write(System.Text.Json.Utf8JsonWriter json)
    {
        json.WriteNumber("total", Total);
        json.WriteNumber("limit", Limit);
        json.WriteNumber("offset", Offset);
    }
}
