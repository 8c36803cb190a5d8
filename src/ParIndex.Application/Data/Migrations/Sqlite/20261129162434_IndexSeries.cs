using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ParIndex.Application.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class IndexSeries : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_national_indices_province_name_year",
                table: "national_indices");

            migrationBuilder.AddColumn<string>(
                name: "group",
                table: "national_indices",
                type: "TEXT",
                maxLength: 80,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "ranked_in_region",
                table: "national_indices",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "regional_rank",
                table: "national_indices",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "source",
                table: "national_indices",
                type: "TEXT",
                maxLength: 300,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "unit_code",
                table: "national_indices",
                type: "TEXT",
                maxLength: 200,
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateIndex(
                name: "ix_national_indices_province_unit_code_name_year",
                table: "national_indices",
                columns: new[] { "province", "unit_code", "name", "year" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            // The earlier program knows provinces only.
            migrationBuilder.Sql("DELETE FROM national_indices WHERE unit_code <> '';");
            migrationBuilder.DropIndex(
                name: "ix_national_indices_province_unit_code_name_year",
                table: "national_indices");

            // Dropped by the database itself: a rebuilt table is copied outside the migration's transaction.
            foreach (var column in new[] { "\"group\"", "ranked_in_region", "regional_rank", "source", "unit_code" })
            {
                migrationBuilder.Sql($"ALTER TABLE national_indices DROP COLUMN {column};");
            }

            migrationBuilder.CreateIndex(
                name: "ix_national_indices_province_name_year",
                table: "national_indices",
                columns: new[] { "province", "name", "year" },
                unique: true);
        }
    }
}
