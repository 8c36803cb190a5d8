using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ParIndex.Application.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class UnitShares : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "inner_notes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    scorecard_id = table.Column<Guid>(type: "uuid", nullable: false),
                    criterion_id = table.Column<Guid>(type: "uuid", nullable: false),
                    text = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    by = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_inner_notes", x => x.id);
                    table.ForeignKey(
                        name: "fk_inner_notes_criteria_criterion_id",
                        column: x => x.criterion_id,
                        principalTable: "criteria",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_inner_notes_scorecards_scorecard_id",
                        column: x => x.scorecard_id,
                        principalTable: "scorecards",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_inner_notes_staff_accounts_by",
                        column: x => x.by,
                        principalTable: "staff_accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "sheet_approvals",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    scorecard_id = table.Column<Guid>(type: "uuid", nullable: false),
                    seal = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    by = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sheet_approvals", x => x.id);
                    table.ForeignKey(
                        name: "fk_sheet_approvals_scorecards_scorecard_id",
                        column: x => x.scorecard_id,
                        principalTable: "scorecards",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_sheet_approvals_staff_accounts_by",
                        column: x => x.by,
                        principalTable: "staff_accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "field_shares",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<Guid>(type: "uuid", nullable: false),
                    scorecard_id = table.Column<Guid>(type: "uuid", nullable: false),
                    criterion_id = table.Column<Guid>(type: "uuid", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    return_note_id = table.Column<Guid>(type: "uuid", nullable: true),
                    by = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_field_shares", x => x.id);
                    table.ForeignKey(
                        name: "fk_field_shares_criteria_criterion_id",
                        column: x => x.criterion_id,
                        principalTable: "criteria",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_field_shares_inner_notes_return_note_id",
                        column: x => x.return_note_id,
                        principalTable: "inner_notes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_field_shares_scorecards_scorecard_id",
                        column: x => x.scorecard_id,
                        principalTable: "scorecards",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_field_shares_staff_accounts_account_id",
                        column: x => x.account_id,
                        principalTable: "staff_accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_field_shares_staff_accounts_by",
                        column: x => x.by,
                        principalTable: "staff_accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_field_shares_account_id",
                table: "field_shares",
                column: "account_id");

            migrationBuilder.CreateIndex(
                name: "ix_field_shares_by",
                table: "field_shares",
                column: "by");

            migrationBuilder.CreateIndex(
                name: "ix_field_shares_criterion_id",
                table: "field_shares",
                column: "criterion_id");

            migrationBuilder.CreateIndex(
                name: "ix_field_shares_return_note_id",
                table: "field_shares",
                column: "return_note_id");

            migrationBuilder.CreateIndex(
                name: "ix_field_shares_scorecard_id_criterion_id",
                table: "field_shares",
                columns: new[] { "scorecard_id", "criterion_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_inner_notes_by",
                table: "inner_notes",
                column: "by");

            migrationBuilder.CreateIndex(
                name: "ix_inner_notes_criterion_id",
                table: "inner_notes",
                column: "criterion_id");

            migrationBuilder.CreateIndex(
                name: "ix_inner_notes_scorecard_id_criterion_id",
                table: "inner_notes",
                columns: new[] { "scorecard_id", "criterion_id" });

            migrationBuilder.CreateIndex(
                name: "ix_sheet_approvals_by",
                table: "sheet_approvals",
                column: "by");

            migrationBuilder.CreateIndex(
                name: "ix_sheet_approvals_scorecard_id",
                table: "sheet_approvals",
                column: "scorecard_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "field_shares");

            migrationBuilder.DropTable(
                name: "sheet_approvals");

            migrationBuilder.DropTable(
                name: "inner_notes");
        }
    }
}
