using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ParIndex.Application.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class NobodyAlone : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "sequence",
                table: "submissions",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "marks",
                table: "stored_files",
                type: "TEXT",
                maxLength: 120,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "sequence",
                table: "scorecard_moves",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "sequence",
                table: "score_edits",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "sequence",
                table: "round_moves",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "sequence",
                table: "round_decisions",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "sequence",
                table: "results_approvals",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "digest",
                table: "release_results",
                type: "TEXT",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "digest",
                table: "release_groups",
                type: "TEXT",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "sequence",
                table: "extensions",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "remark",
                table: "criteria",
                type: "TEXT",
                maxLength: 2000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "scoring_text",
                table: "criteria",
                type: "TEXT",
                maxLength: 4000,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "sequence",
                table: "audit_events",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "source",
                table: "audit_events",
                type: "TEXT",
                maxLength: 64,
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "account_notices",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    account_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    last_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    count = table.Column<int>(type: "INTEGER", nullable: false),
                    read_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_account_notices", x => x.id);
                    table.ForeignKey(
                        name: "fk_account_notices_staff_accounts_account_id",
                        column: x => x.account_id,
                        principalTable: "staff_accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "audit_counts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    sequence = table.Column<long>(type: "INTEGER", nullable: true),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    actor = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    source = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    address = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    note = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    hour = table.Column<DateTime>(type: "TEXT", nullable: false),
                    first_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    last_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    count = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_audit_counts", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "digest_checks",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    by = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    releases = table.Column<int>(type: "INTEGER", nullable: false),
                    differences = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_digest_checks", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "guess_limits",
                columns: table => new
                {
                    key = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    forgotten_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_guess_limits", x => x.key);
                });

            migrationBuilder.CreateTable(
                name: "staff_events",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    sequence = table.Column<long>(type: "INTEGER", nullable: true),
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
                    roles = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
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
                name: "ix_submissions_sequence",
                table: "submissions",
                column: "sequence",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_scorecard_moves_sequence",
                table: "scorecard_moves",
                column: "sequence",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_score_edits_sequence",
                table: "score_edits",
                column: "sequence",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_round_moves_sequence",
                table: "round_moves",
                column: "sequence",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_round_decisions_sequence",
                table: "round_decisions",
                column: "sequence",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_results_approvals_sequence",
                table: "results_approvals",
                column: "sequence",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_extensions_sequence",
                table: "extensions",
                column: "sequence",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_audit_events_sequence",
                table: "audit_events",
                column: "sequence",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_account_notices_account_id_read_at",
                table: "account_notices",
                columns: new[] { "account_id", "read_at" });

            migrationBuilder.CreateIndex(
                name: "ix_audit_counts_hour_actor_source_kind_address_note",
                table: "audit_counts",
                columns: new[] { "hour", "actor", "source", "kind", "address", "note" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_audit_counts_sequence",
                table: "audit_counts",
                column: "sequence",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_guess_limits_forgotten_at",
                table: "guess_limits",
                column: "forgotten_at");

            migrationBuilder.CreateIndex(
                name: "ix_staff_events_account_id",
                table: "staff_events",
                column: "account_id");

            migrationBuilder.CreateIndex(
                name: "ix_staff_events_sequence",
                table: "staff_events",
                column: "sequence",
                unique: true);

            ImmutableHistory.GuardSqlite(migrationBuilder);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            ImmutableHistory.ReleaseSqlite(migrationBuilder);

            migrationBuilder.DropTable(
                name: "account_notices");

            migrationBuilder.DropTable(
                name: "audit_counts");

            migrationBuilder.DropTable(
                name: "digest_checks");

            migrationBuilder.DropTable(
                name: "guess_limits");

            migrationBuilder.DropTable(
                name: "staff_events");

            migrationBuilder.DropIndex(
                name: "ix_submissions_sequence",
                table: "submissions");

            migrationBuilder.DropIndex(
                name: "ix_scorecard_moves_sequence",
                table: "scorecard_moves");

            migrationBuilder.DropIndex(
                name: "ix_score_edits_sequence",
                table: "score_edits");

            migrationBuilder.DropIndex(
                name: "ix_round_moves_sequence",
                table: "round_moves");

            migrationBuilder.DropIndex(
                name: "ix_round_decisions_sequence",
                table: "round_decisions");

            migrationBuilder.DropIndex(
                name: "ix_results_approvals_sequence",
                table: "results_approvals");

            migrationBuilder.DropIndex(
                name: "ix_extensions_sequence",
                table: "extensions");

            migrationBuilder.DropIndex(
                name: "ix_audit_events_sequence",
                table: "audit_events");

            migrationBuilder.DropColumn(
                name: "sequence",
                table: "submissions");

            migrationBuilder.DropColumn(
                name: "marks",
                table: "stored_files");

            migrationBuilder.DropColumn(
                name: "sequence",
                table: "scorecard_moves");

            migrationBuilder.DropColumn(
                name: "sequence",
                table: "score_edits");

            migrationBuilder.DropColumn(
                name: "sequence",
                table: "round_moves");

            migrationBuilder.DropColumn(
                name: "sequence",
                table: "round_decisions");

            migrationBuilder.DropColumn(
                name: "sequence",
                table: "results_approvals");

            migrationBuilder.DropColumn(
                name: "digest",
                table: "release_results");

            migrationBuilder.DropColumn(
                name: "digest",
                table: "release_groups");

            migrationBuilder.DropColumn(
                name: "sequence",
                table: "extensions");

            migrationBuilder.DropColumn(
                name: "remark",
                table: "criteria");

            migrationBuilder.DropColumn(
                name: "scoring_text",
                table: "criteria");

            migrationBuilder.DropColumn(
                name: "sequence",
                table: "audit_events");

            migrationBuilder.DropColumn(
                name: "source",
                table: "audit_events");
        }
    }
}
