using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ParIndex.Application.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class DraftsExpire : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "expires_at",
                table: "import_drafts",
                type: "TEXT",
                nullable: false,
                defaultValue: new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified));

            migrationBuilder.AddColumn<string>(
                name: "stamp",
                table: "import_drafts",
                type: "TEXT",
                maxLength: 64,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "target",
                table: "import_drafts",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            // What waits already waits on, and a sheet stays its scorecard's.
            migrationBuilder.Sql("UPDATE import_drafts SET expires_at = strftime('%Y-%m-%d %H:%M:%S', at, '+30 days');");
            migrationBuilder.Sql("UPDATE import_drafts SET target = json_extract(request, '$.Target') WHERE kind IN ('UnitSheet', 'AppraisalSheet');");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "expires_at",
                table: "import_drafts");

            migrationBuilder.DropColumn(
                name: "stamp",
                table: "import_drafts");

            migrationBuilder.DropColumn(
                name: "target",
                table: "import_drafts");
        }
    }
}
