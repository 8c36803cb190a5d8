using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ParIndex.Application.Data.Migrations.Postgres
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
                type: "character varying(80)",
                maxLength: 80,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "ranked_in_region",
                table: "national_indices",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "regional_rank",
                table: "national_indices",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "source",
                table: "national_indices",
                type: "character varying(300)",
                maxLength: 300,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "unit_code",
                table: "national_indices",
                type: "character varying(200)",
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

            migrationBuilder.DropColumn(
                name: "group",
                table: "national_indices");

            migrationBuilder.DropColumn(
                name: "ranked_in_region",
                table: "national_indices");

            migrationBuilder.DropColumn(
                name: "regional_rank",
                table: "national_indices");

            migrationBuilder.DropColumn(
                name: "source",
                table: "national_indices");

            migrationBuilder.DropColumn(
                name: "unit_code",
                table: "national_indices");

            migrationBuilder.CreateIndex(
                name: "ix_national_indices_province_name_year",
                table: "national_indices",
                columns: new[] { "province", "name", "year" },
                unique: true);
        }
    }
}
