using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ParIndex.Application.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class PublicRemarks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "public_remarks",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    version = table.Column<Guid>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    release_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    unit_code = table.Column<string>(type: "TEXT", maxLength: 160, nullable: true),
                    criterion_code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    text = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    received_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    answer = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    is_text_shown = table.Column<bool>(type: "INTEGER", nullable: false),
                    answered_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    answered_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    request_id = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_public_remarks", x => x.id);
                    table.ForeignKey(
                        name: "fk_public_remarks_releases_release_id",
                        column: x => x.release_id,
                        principalTable: "releases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_public_remarks_staff_accounts_answered_by",
                        column: x => x.answered_by,
                        principalTable: "staff_accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_public_remarks_two_person_requests_request_id",
                        column: x => x.request_id,
                        principalTable: "two_person_requests",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_public_remarks_answered_by",
                table: "public_remarks",
                column: "answered_by");

            migrationBuilder.CreateIndex(
                name: "ix_public_remarks_code",
                table: "public_remarks",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_public_remarks_release_id",
                table: "public_remarks",
                column: "release_id");

            migrationBuilder.CreateIndex(
                name: "ix_public_remarks_request_id",
                table: "public_remarks",
                column: "request_id");

            migrationBuilder.CreateIndex(
                name: "ix_public_remarks_state",
                table: "public_remarks",
                column: "state");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "public_remarks");
        }
    }
}
