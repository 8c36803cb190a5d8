using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ParIndex.Application.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class FiguresAndText : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "counts",
                table: "score_edits",
                type: "character varying(80)",
                maxLength: 80,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "counts",
                table: "score_cells",
                type: "character varying(80)",
                maxLength: 80,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "counts",
                table: "release_scores",
                type: "character varying(80)",
                maxLength: 80,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "statement",
                table: "release_scores",
                type: "character varying(4000)",
                maxLength: 4000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "figure_noun",
                table: "release_criteria",
                type: "character varying(60)",
                maxLength: 60,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "scoring_text",
                table: "release_criteria",
                type: "character varying(4000)",
                maxLength: 4000,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "figure_decimals",
                table: "criteria",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "figure_noun",
                table: "criteria",
                type: "character varying(60)",
                maxLength: 60,
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "counts",
                table: "score_edits");

            migrationBuilder.DropColumn(
                name: "counts",
                table: "score_cells");

            migrationBuilder.DropColumn(
                name: "counts",
                table: "release_scores");

            migrationBuilder.DropColumn(
                name: "statement",
                table: "release_scores");

            migrationBuilder.DropColumn(
                name: "figure_noun",
                table: "release_criteria");

            migrationBuilder.DropColumn(
                name: "scoring_text",
                table: "release_criteria");

            migrationBuilder.DropColumn(
                name: "figure_decimals",
                table: "criteria");

            migrationBuilder.DropColumn(
                name: "figure_noun",
                table: "criteria");
        }
    }
}
