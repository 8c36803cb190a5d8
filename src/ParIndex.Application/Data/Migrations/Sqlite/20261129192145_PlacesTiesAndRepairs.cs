using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ParIndex.Application.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class PlacesTiesAndRepairs : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "tie_decisions",
                table: "round_groups",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<string>(
                name: "rank_reason",
                table: "release_results",
                type: "TEXT",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "whole_rank",
                table: "release_results",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "set_repairs",
                table: "release_groups",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "repairs",
                table: "criteria_sets",
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
                ("round_groups", "tie_decisions"), ("release_results", "rank_reason"), ("release_results", "whole_rank"), ("release_groups", "set_repairs"), ("criteria_sets", "repairs"),
            })
            {
                migrationBuilder.Sql($"ALTER TABLE {table} DROP COLUMN {column};");
            }
        }
    }
}
