using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using ParIndex.Domain.Council;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Ranking;
using ParIndex.Domain.Ratings;

namespace ParIndex.Application.Data;

/// <summary>What makes one model mean the same on both databases.</summary>
internal static class PortableConventions
{
    /// <summary>Types: plain decimals (9,4) without a converter, instants in UTC, schemes and policies as text.</summary>
    public static void Apply(ModelConfigurationBuilder conventions)
    {
        conventions.Properties<decimal>().HavePrecision(9, 4);
        conventions.Properties<DateTime>().HaveConversion<UtcConverter>();
        conventions.Properties<DateTimeOffset>().HaveConversion<OffsetConverter>();
        conventions.Properties<ConditionScheme>().HaveConversion<ConditionSchemeConverter, ConditionSchemeComparer>();
        conventions.Properties<IReadOnlyList<RatingRecord>>().HaveConversion<ListConverter<RatingRecord>, ListComparer<RatingRecord>>();
        conventions.Properties<IReadOnlyList<TieDecision>>().HaveConversion<ListConverter<TieDecision>, ListComparer<TieDecision>>();
        conventions.Properties<IReadOnlyList<SetRepair>>().HaveConversion<ListConverter<SetRepair>, ListComparer<SetRepair>>();
        conventions.Properties<IReadOnlyList<CouncilSeat>>().HaveConversion<ListConverter<CouncilSeat>, ListComparer<CouncilSeat>>();
        conventions.Properties<CouncilRules>().HaveConversion<CouncilRulesConverter>().HaveMaxLength(40);
        conventions.Properties<RatingScheme>().HaveConversion<RatingSchemeConverter>().HaveMaxLength(400);
        conventions.Properties<LeafRule>().HaveConversion<LeafRuleConverter>();
        conventions.Properties<RankingPolicy>().HaveConversion<RankingPolicyConverter>().HaveMaxLength(40);
    }

    /// <summary>Names in snake_case, enums as words, <c>Version</c> as the concurrency token, keys made by the domain.</summary>
    public static void Apply(ModelBuilder model)
    {
        foreach (var entity in model.Model.GetEntityTypes())
        {
            entity.SetTableName(SnakeCase(entity.GetTableName()!));
            foreach (var property in entity.GetProperties())
            {
                Apply(property);
            }

            foreach (var key in entity.GetKeys())
            {
                key.SetName(SnakeCase(key.GetName()!));
            }

            foreach (var foreignKey in entity.GetForeignKeys())
            {
                foreignKey.SetConstraintName(SnakeCase(foreignKey.GetConstraintName()!));
            }

            foreach (var index in entity.GetIndexes())
            {
                index.SetDatabaseName(SnakeCase(index.GetDatabaseName()!));
            }
        }
    }

    private static void Apply(IMutableProperty property)
    {
        property.SetColumnName(SnakeCase(property.Name));
        if ((Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType) is { IsEnum: true })
        {
            property.SetProviderClrType(typeof(string));
            property.SetMaxLength(property.GetMaxLength() ?? 40);
        }

        if (property.IsPrimaryKey() && property.ClrType == typeof(Guid))
        {
            property.ValueGenerated = ValueGenerated.Never;
        }

        if (property.Name == "Version" && property.ClrType == typeof(Guid))
        {
            property.IsConcurrencyToken = true;
        }
    }

    private static string SnakeCase(string name)
    {
        var snake = new StringBuilder(name.Length + 8);
        for (var i = 0; i < name.Length; i++)
        {
            if (char.IsUpper(name[i]) && i > 0 && name[i - 1] != '_' && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1]))))
            {
                snake.Append('_');
            }

            snake.Append(char.ToLowerInvariant(name[i]));
        }

        return snake.ToString();
    }

    private sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(
        instant => WholeMicroseconds(instant.Kind == DateTimeKind.Utc ? instant : instant.ToUniversalTime()),
        stored => DateTime.SpecifyKind(stored, DateTimeKind.Utc))
    {
        /// <summary>PostgreSQL keeps no more; SQLite must not differ.</summary>
        private static DateTime WholeMicroseconds(DateTime instant) => instant.AddTicks(-(instant.Ticks % TimeSpan.TicksPerMicrosecond));
    }

    /// <summary>Identity keeps the end of a lockout with an offset; the instant is what counts.</summary>
    private sealed class OffsetConverter() : ValueConverter<DateTimeOffset, DateTime>(
        instant => instant.UtcDateTime,
        stored => new DateTimeOffset(DateTime.SpecifyKind(stored, DateTimeKind.Utc)));

    private sealed class RatingSchemeConverter() : ValueConverter<RatingScheme, string>(scheme => scheme.ToString(), text => RatingScheme.Parse(text));

    private sealed class ConditionSchemeConverter() : ValueConverter<ConditionScheme, string>(conditions => conditions.ToString(), text => ConditionScheme.Parse(text));

    /// <summary>It is a list and never changes: compared as a whole, kept as it is.</summary>
    private sealed class ConditionSchemeComparer() : ValueComparer<ConditionScheme>(
        (one, other) => object.Equals(one, other),
        conditions => conditions.GetHashCode(),
        conditions => conditions);

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Few records that belong to one row, as JSON: nobody asks for one of them alone.</summary>
    private sealed class ListConverter<TRecord>() : ValueConverter<IReadOnlyList<TRecord>, string>(
        records => JsonSerializer.Serialize(records, Json),
        json => ListOf<TRecord>(json));

    /// <summary>None is always the same none, so that rules that say the same are equal.</summary>
    private static IReadOnlyList<TRecord> ListOf<TRecord>(string json) => JsonSerializer.Deserialize<TRecord[]>(json, Json) is { Length: > 0 } records ? records : [];

    private sealed class ListComparer<TRecord>() : ValueComparer<IReadOnlyList<TRecord>>(
        (one, other) => one!.SequenceEqual(other!),
        records => records.Count,
        records => records);

    private sealed class LeafRuleConverter() : ValueConverter<LeafRule, string>(rule => rule.ToJson(), json => LeafRule.FromJson(json));

    private sealed class CouncilRulesConverter() : ValueConverter<CouncilRules, string>(rules => JsonSerializer.Serialize(new[] { rules.QuorumOf, rules.QuorumIn, rules.MajorityOf, rules.MajorityIn }, Json), json => RulesOf(json));

    private static CouncilRules RulesOf(string json) => JsonSerializer.Deserialize<int[]>(json, Json) is [var quorumOf, var quorumIn, var majorityOf, var majorityIn] ? new(quorumOf, quorumIn, majorityOf, majorityIn) : CouncilRules.Default;

    private sealed class RankingPolicyConverter() : ValueConverter<RankingPolicy, string>(policy => policy.ToString(), text => RankingPolicy.Parse(text));
}
