using Microsoft.EntityFrameworkCore.Migrations;

namespace ParIndex.Application.Data;

/// <summary>
/// Turns rules stored as their Vietnamese line (<c>mức: Có=0,5; Không=0</c>) into JSON, in one statement of the migration:
/// it is done whole or not at all, and does not change when the program's own reader and writer do. It reads only what the
/// program wrote itself; a line that is none would become null, which the column refuses, and the upgrade stops.
/// <para>The rules of releases stay as they were released.</para>
/// </summary>
internal static class RulesToJson
{
    private static readonly string Sqlite = Statement(
        quoted: "json_quote({0})", place: "instr({0}, '{1}')", joined: "group_concat({0}, ',' ORDER BY n)", sign: "char({0})",
        parts: """json_each('[' || replace(json_quote(body), '; ', '","') || ']')""");

    private static readonly string Postgres = Statement(
        quoted: "to_json({0})::text", place: "strpos({0}, '{1}')", joined: "string_agg({0}, ',' ORDER BY n)", sign: "chr({0})",
        parts: "unnest(string_to_array(body, '; ')) WITH ORDINALITY");

    public static void OnSqlite(MigrationBuilder migration) => migration.Sql(Sqlite);

    public static void OnPostgres(MigrationBuilder migration) => migration.Sql(Postgres);

    /// <summary>
    /// The statement. A part stands between semicolons, its number after an equals sign; a backslash escapes both and itself,
    /// so these three are replaced by signs no text holds before the line is cut, and put back in each part.
    /// </summary>
    private static string Statement(string quoted, string place, string joined, string sign, string parts)
    {
        var (slash, semicolon, equals) = (Of(sign, "1"), Of(sign, "2"), Of(sign, "3"));
        return $$"""
            WITH lines AS (
                SELECT id, replace(replace(replace(rule, '\\', {{slash}}), '\;', {{semicolon}}), '\=', {{equals}}) AS line FROM criteria
            ), kinds AS (
                SELECT id, line, CASE
                    WHEN line = 'trực tiếp' THEN 'direct'
                    WHEN line LIKE 'mức: %' THEN 'levels'
                    WHEN line LIKE 'cộng dồn: %' THEN 'cumulative'
                    WHEN line = 'tỷ lệ' OR line LIKE 'tỷ lệ; %' THEN 'ratio'
                    WHEN line LIKE 'bậc: %' THEN 'tiers'
                    WHEN line LIKE 'đếm: %' THEN 'count'
                    WHEN line LIKE 'trừ: %' THEN 'deduction'
                    WHEN line = 'điều tra' OR line LIKE 'điều tra: %' THEN 'survey' END AS kind
                FROM lines
            ), bodies AS (
                SELECT id, kind, CASE
                    WHEN kind = 'ratio' THEN substr(line, length('tỷ lệ; ') + 1)
                    WHEN {{Of(place, "line", ": ")}} > 0 THEN substr(line, {{Of(place, "line", ": ")}} + 2)
                    ELSE '' END AS body
                FROM kinds
            ), cuts AS (
                SELECT bodies.id, kind, part.key AS n, part.value AS part, {{Of(place, "part.value", "=")}} AS cut
                FROM bodies LEFT JOIN {{parts}} AS part{{(parts.StartsWith("unnest", StringComparison.Ordinal) ? "(value, key)" : "")}} ON TRUE
            ), words AS (
                SELECT id, kind, n,
                    CASE WHEN cut > 0 THEN substr(part, 1, cut - 1) ELSE part END AS word,
                    CASE WHEN cut > 0 THEN replace(substr(part, cut + 1), ',', '.') END AS value
                FROM cuts
            ), pieces AS (
                SELECT id, kind, n, word, value,
                    replace(replace(replace(word, {{semicolon}}, ';'), {{equals}}, '='), {{slash}}, '\') AS statement
                FROM words
            ), wholes AS (
                SELECT id, kind,
                    {{Of(joined, "'{\"statement\":' || " + Of(quoted, "statement") + " || ',\"points\":' || COALESCE(value, 'null') || '}'")}} AS statements,
                    {{Of(joined, "CASE WHEN word <> 'không phát sinh' THEN '{\"limit\":' || replace(ltrim(word, '<>≤'), ',', '.') || ',\"strict\":' || CASE WHEN substr(word, 1, 1) IN ('<', '>') THEN 'true' ELSE 'false' END || ',\"points\":' || value || '}' END")}} AS tiers,
                    MAX(CASE WHEN substr(word, 1, 1) IN ('<', '≤') THEN 1 ELSE 0 END) AS fewer,
                    MAX(CASE WHEN word = 'chuẩn' THEN value END) AS norm,
                    MAX(CASE WHEN word = 'sàn' THEN value END) AS floor,
                    MAX(CASE WHEN word = 'trần' THEN value END) AS cap,
                    MAX(CASE WHEN word = 'không phát sinh' THEN CASE value WHEN 'đủ điểm' THEN 'full' WHEN '0' THEN 'zero' WHEN 'đề nghị không áp dụng' THEN 'exemption' END END) AS arose,
                    MAX(replace(word, ',', '.')) AS number,
                    MAX(replace(word, 'Likert ', '')) AS top
                FROM pieces GROUP BY id, kind
            ), made AS (
                SELECT id, CASE kind
                    WHEN 'direct' THEN '{"kind":"direct"}'
                    WHEN 'levels' THEN '{"kind":"levels","statements":[' || statements || ']}'
                    WHEN 'cumulative' THEN '{"kind":"cumulative","statements":[' || statements || ']}'
                    WHEN 'ratio' THEN '{"kind":"ratio","norm":' || COALESCE(norm, '100') || ',"floor":' || COALESCE(floor, 'null')
                        || ',"cap":' || COALESCE(cap, CASE WHEN CAST(norm AS numeric) > 100 THEN norm ELSE '100' END) || ',"nothingArose":"' || COALESCE(arose, 'byHand') || '"}'
                    WHEN 'tiers' THEN '{"kind":"tiers","fewerIsBetter":' || CASE WHEN fewer = 1 THEN 'true' ELSE 'false' END
                        || ',"tiers":[' || tiers || '],"nothingArose":"' || COALESCE(arose, 'byHand') || '"}'
                    WHEN 'count' THEN '{"kind":"count","value":' || number || '}'
                    WHEN 'deduction' THEN '{"kind":"deduction","value":' || number || '}'
                    WHEN 'survey' THEN '{"kind":"survey","likertTop":' || COALESCE(NULLIF(top, ''), 'null') || '}' END AS json
                FROM wholes
            )
            UPDATE criteria SET rule = made.json FROM made WHERE made.id = criteria.id;
            """;
    }

    private static string Of(string pattern, params string[] arguments) =>
        arguments.Index().Aggregate(pattern, (text, argument) => text.Replace("{" + argument.Index + "}", argument.Item, StringComparison.Ordinal));
}
