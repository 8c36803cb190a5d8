using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ParIndex.Application.Data.Migrations.Postgres
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
                type: "text",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<string>(
                name: "rank_reason",
                table: "release_results",
                type: "character varying(1000)",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "whole_rank",
                table: "release_results",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "set_repairs",
                table: "release_groups",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "repairs",
                table: "criteria_sets",
                type: "text",
                nullable: false,
                defaultValue: "[]");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "tie_decisions",
                table: "round_groups");

            migrationBuilder.DropColumn(
                name: "rank_reason",
                table: "release_results");

            migrationBuilder.DropColumn(
                name: "whole_rank",
                table: "release_results");

            migrationBuilder.DropColumn(
                name: "set_repairs",
                table: "release_groups");

            migrationBuilder.DropColumn(
                name: "repairs",
                table: "criteria_sets");
        }
    }
}
