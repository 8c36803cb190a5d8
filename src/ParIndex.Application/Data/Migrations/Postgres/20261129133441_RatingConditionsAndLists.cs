using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ParIndex.Application.Data.Migrations.Postgres
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
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "rating_reason",
                table: "release_results",
                type: "character varying(8000)",
                maxLength: 8000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "rating_conditions",
                table: "release_groups",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ranking_list",
                table: "participants",
                type: "character varying(80)",
                maxLength: 80,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "rating_records",
                table: "participants",
                type: "text",
                nullable: false,
                defaultValue: "[]");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "rating_conditions",
                table: "round_groups");

            migrationBuilder.DropColumn(
                name: "rating_reason",
                table: "release_results");

            migrationBuilder.DropColumn(
                name: "rating_conditions",
                table: "release_groups");

            migrationBuilder.DropColumn(
                name: "ranking_list",
                table: "participants");

            migrationBuilder.DropColumn(
                name: "rating_records",
                table: "participants");
        }
    }
}
