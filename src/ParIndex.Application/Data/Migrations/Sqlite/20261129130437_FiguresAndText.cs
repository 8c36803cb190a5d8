using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ParIndex.Application.Data.Migrations.Sqlite
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
                type: "TEXT",
                maxLength: 80,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "counts",
                table: "score_cells",
                type: "TEXT",
                maxLength: 80,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "counts",
                table: "release_scores",
                type: "TEXT",
                maxLength: 80,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "statement",
                table: "release_scores",
                type: "TEXT",
                maxLength: 4000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "figure_noun",
                table: "release_criteria",
                type: "TEXT",
                maxLength: 60,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "scoring_text",
                table: "release_criteria",
                type: "TEXT",
                maxLength: 4000,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "figure_decimals",
                table: "criteria",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "figure_noun",
                table: "criteria",
                type: "TEXT",
                maxLength: 60,
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            // Dropped by the database itself: a table that is rebuilt loses its triggers.
            foreach (var (table, column) in new[]
            {
                ("score_edits", "counts"), ("score_cells", "counts"), ("release_scores", "counts"), ("release_scores", "statement"),
                ("release_criteria", "figure_noun"), ("release_criteria", "scoring_text"), ("criteria", "figure_decimals"), ("criteria", "figure_noun"),
            })
            {
                migrationBuilder.Sql($"ALTER TABLE {table} DROP COLUMN {column};");
            }
        }
    }
}
