using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ParIndex.Domain.NationalIndices;
using ParIndex.Domain.Units;

namespace ParIndex.Application.Data.Configurations;

internal sealed class UnitConfiguration : IEntityTypeConfiguration<Unit>
{
    public void Configure(EntityTypeBuilder<Unit> unit)
    {
        unit.Property(u => u.Code).HasMaxLength(160);
        unit.HasIndex(u => u.Code).IsUnique();
        unit.HasMany(u => u.Names).WithOne().HasForeignKey("UnitId").IsRequired();
        unit.HasMany(u => u.Aliases).WithOne().HasForeignKey("UnitId").IsRequired();
        unit.Navigation(u => u.Names).AutoInclude();
        unit.Navigation(u => u.Aliases).AutoInclude();
    }
}

internal sealed class UnitNameConfiguration : IEntityTypeConfiguration<UnitName>
{
    public void Configure(EntityTypeBuilder<UnitName> name)
    {
        name.ToTable("UnitNames");
        name.Property(n => n.Name).HasMaxLength(200);
        name.Property(n => n.NameEn).HasMaxLength(200);
    }
}

internal sealed class UnitAliasConfiguration : IEntityTypeConfiguration<UnitAlias>
{
    public void Configure(EntityTypeBuilder<UnitAlias> alias)
    {
        alias.ToTable("UnitAliases");
        alias.Property(a => a.Text).HasMaxLength(200);
    }
}

internal sealed class SuccessionConfiguration : IEntityTypeConfiguration<Succession>
{
    public void Configure(EntityTypeBuilder<Succession> succession)
    {
        succession.HasOne<Unit>().WithMany().HasForeignKey(s => s.PredecessorId).OnDelete(DeleteBehavior.Restrict);
        succession.HasOne<Unit>().WithMany().HasForeignKey(s => s.SuccessorId).OnDelete(DeleteBehavior.Restrict);
        succession.HasIndex(s => new { s.PredecessorId, s.SuccessorId, s.EffectiveOn }).IsUnique();
        succession.Property(s => s.LegalBasis).HasMaxLength(400);
    }
}

internal sealed class UnitGroupConfiguration : IEntityTypeConfiguration<UnitGroup>
{
    public void Configure(EntityTypeBuilder<UnitGroup> group)
    {
        group.Property(g => g.Slug).HasMaxLength(80);
        group.HasIndex(g => g.Slug).IsUnique();
        group.Property(g => g.Name).HasMaxLength(200);
        group.Property(g => g.NameEn).HasMaxLength(200);
    }
}

internal sealed class NationalIndexConfiguration : IEntityTypeConfiguration<NationalIndex>
{
    public void Configure(EntityTypeBuilder<NationalIndex> index)
    {
        index.Property(i => i.Province).HasMaxLength(NationalIndex.MostProvince);
        index.Property(i => i.UnitCode).HasMaxLength(200);
        index.Property(i => i.Name).HasMaxLength(NationalIndex.MostName);
        index.Property(i => i.Group).HasMaxLength(IndexFigures.MostGroup);
        index.Property(i => i.Source).HasMaxLength(IndexFigures.MostSource);
        index.Ignore(i => i.Figures);
        index.HasIndex(i => new { i.Province, i.UnitCode, i.Name, i.Year }).IsUnique();
    }
}
