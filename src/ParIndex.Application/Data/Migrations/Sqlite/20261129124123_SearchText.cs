using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ParIndex.Application.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class SearchText : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "search_text",
                table: "stored_files",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "search_text",
                table: "staff_accounts",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "search_text",
                table: "evidence_documents",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            SearchTexts.Fill(migrationBuilder);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "search_text",
                table: "stored_files");

            migrationBuilder.DropColumn(
                name: "search_text",
                table: "staff_accounts");

            migrationBuilder.DropColumn(
                name: "search_text",
                table: "evidence_documents");
        }
    }
}
