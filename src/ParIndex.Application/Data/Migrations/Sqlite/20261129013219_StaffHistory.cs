using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ParIndex.Application.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class StaffHistory : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "staff_events",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    account_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    by = table.Column<Guid>(type: "TEXT", nullable: true),
                    second = table.Column<Guid>(type: "TEXT", nullable: true),
                    establishes = table.Column<bool>(type: "INTEGER", nullable: false),
                    predecessor_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    full_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    post = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    email = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    roles = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    is_notice = table.Column<bool>(type: "INTEGER", nullable: false),
                    seen_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_staff_events", x => x.id);
                    table.ForeignKey(
                        name: "fk_staff_events_staff_accounts_account_id",
                        column: x => x.account_id,
                        principalTable: "staff_accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_staff_events_account_id_seen_at",
                table: "staff_events",
                columns: new[] { "account_id", "seen_at" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "staff_events");
        }
    }
}
