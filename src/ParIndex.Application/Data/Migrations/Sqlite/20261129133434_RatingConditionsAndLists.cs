using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ParIndex.Application.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class RatingConditionsAndLists : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "rating_conditions",
                table: "round_groups",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "rating_reason",
                table: "release_results",
                type: "TEXT",
                maxLength: 8000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "rating_conditions",
                table: "release_groups",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ranking_list",
                table: "participants",
                type: "TEXT",
                maxLength: 80,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "rating_records",
                table: "participants",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            // Dropped by the database itself: a table that is rebuilt loses its triggers.
            foreach (var (table, column) in new[]
            {
                ("round_groups", "rating_conditions"), ("release_results", "rating_reason"), ("release_groups", "rating_conditions"),
                ("participants", "ranking_list"), ("participants", "rating_records"),
            })
            {
                migrationBuilder.Sql($"ALTER TABLE {table} DROP COLUMN {column};");
            }
        }
    }
}
