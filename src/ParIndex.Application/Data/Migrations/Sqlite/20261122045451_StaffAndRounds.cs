using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ParIndex.Application.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class StaffAndRounds : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_rounds_year",
                table: "rounds");

            migrationBuilder.DropIndex(
                name: "ix_criteria_sets_year_group_slug",
                table: "criteria_sets");

            migrationBuilder.AddColumn<string>(
                name: "authority",
                table: "rounds",
                type: "TEXT",
                maxLength: 80,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "state",
                table: "rounds",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "Draft");

            migrationBuilder.AddColumn<DateOnly>(
                name: "decision_date",
                table: "criteria_sets",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "decision_number",
                table: "criteria_sets",
                type: "TEXT",
                maxLength: 80,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "is_sample",
                table: "criteria_sets",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateTime>(
                name: "locked_at",
                table: "criteria_sets",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "appraising_body",
                table: "criteria",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "change",
                table: "criteria",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "New");

            migrationBuilder.AddColumn<string>(
                name: "evidence_asked",
                table: "criteria",
                type: "TEXT",
                maxLength: 2000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "name_en",
                table: "criteria",
                type: "TEXT",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "rule",
                table: "criteria",
                type: "TEXT",
                maxLength: 4000,
                nullable: false,
                defaultValue: "trực tiếp");

            migrationBuilder.CreateTable(
                name: "round_deadlines",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    round_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    step = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    until = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_round_deadlines", x => x.id);
                    table.ForeignKey(
                        name: "fk_round_deadlines_rounds_round_id",
                        column: x => x.round_id,
                        principalTable: "rounds",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "staff_accounts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    full_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    post = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    roles = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    is_active = table.Column<bool>(type: "INTEGER", nullable: false),
                    must_change_password = table.Column<bool>(type: "INTEGER", nullable: false),
                    last_totp_step = table.Column<long>(type: "INTEGER", nullable: true),
                    one_time_code_hash = table.Column<string>(type: "TEXT", nullable: true),
                    one_time_code_expires_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    user_name = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    normalized_user_name = table.Column<string>(type: "TEXT", maxLength: 80, nullable: true),
                    password_hash = table.Column<string>(type: "TEXT", nullable: true),
                    security_stamp = table.Column<string>(type: "TEXT", nullable: true),
                    concurrency_stamp = table.Column<string>(type: "TEXT", nullable: true),
                    two_factor_enabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    lockout_end = table.Column<DateTime>(type: "TEXT", nullable: true),
                    lockout_enabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    access_failed_count = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_staff_accounts", x => x.id);
                    table.ForeignKey(
                        name: "fk_staff_accounts_units_unit_id",
                        column: x => x.unit_id,
                        principalTable: "units",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            RebuildWithinTheTransaction(migrationBuilder);

            migrationBuilder.CreateTable(
                name: "appraiser_assignments",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    round_group_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    account_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    field_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    participant_id = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_appraiser_assignments", x => x.id);
                    table.ForeignKey(
                        name: "fk_appraiser_assignments_criteria_field_id",
                        column: x => x.field_id,
                        principalTable: "criteria",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_appraiser_assignments_participants_participant_id",
                        column: x => x.participant_id,
                        principalTable: "participants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_appraiser_assignments_round_groups_round_group_id",
                        column: x => x.round_group_id,
                        principalTable: "round_groups",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_appraiser_assignments_staff_accounts_account_id",
                        column: x => x.account_id,
                        principalTable: "staff_accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "extensions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    participant_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    step = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    until = table.Column<DateTime>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    by = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_extensions", x => x.id);
                    table.ForeignKey(
                        name: "fk_extensions_participants_participant_id",
                        column: x => x.participant_id,
                        principalTable: "participants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_extensions_staff_accounts_by",
                        column: x => x.by,
                        principalTable: "staff_accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "import_drafts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    version = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    file_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    content = table.Column<byte[]>(type: "BLOB", nullable: false),
                    sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    request = table.Column<string>(type: "TEXT", nullable: false),
                    by = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_import_drafts", x => x.id);
                    table.ForeignKey(
                        name: "fk_import_drafts_staff_accounts_by",
                        column: x => x.by,
                        principalTable: "staff_accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "round_moves",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    round_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    from = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    to = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    by = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    note = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_round_moves", x => x.id);
                    table.ForeignKey(
                        name: "fk_round_moves_rounds_round_id",
                        column: x => x.round_id,
                        principalTable: "rounds",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_round_moves_staff_accounts_by",
                        column: x => x.by,
                        principalTable: "staff_accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "staff_claims",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    user_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    claim_type = table.Column<string>(type: "TEXT", nullable: true),
                    claim_value = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_staff_claims", x => x.id);
                    table.ForeignKey(
                        name: "fk_staff_claims_staff_accounts_user_id",
                        column: x => x.user_id,
                        principalTable: "staff_accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "staff_logins",
                columns: table => new
                {
                    login_provider = table.Column<string>(type: "TEXT", nullable: false),
                    provider_key = table.Column<string>(type: "TEXT", nullable: false),
                    provider_display_name = table.Column<string>(type: "TEXT", nullable: true),
                    user_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_staff_logins", x => new { x.login_provider, x.provider_key });
                    table.ForeignKey(
                        name: "fk_staff_logins_staff_accounts_user_id",
                        column: x => x.user_id,
                        principalTable: "staff_accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "staff_tokens",
                columns: table => new
                {
                    user_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    login_provider = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    value = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_staff_tokens", x => new { x.user_id, x.login_provider, x.name });
                    table.ForeignKey(
                        name: "fk_staff_tokens_staff_accounts_user_id",
                        column: x => x.user_id,
                        principalTable: "staff_accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "two_person_requests",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    version = table.Column<Guid>(type: "TEXT", nullable: false),
                    act = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    subject_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    payload = table.Column<string>(type: "TEXT", nullable: false),
                    summary = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    requested_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    requested_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    decided_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    decided_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_two_person_requests", x => x.id);
                    table.ForeignKey(
                        name: "fk_two_person_requests_staff_accounts_decided_by",
                        column: x => x.decided_by,
                        principalTable: "staff_accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_two_person_requests_staff_accounts_requested_by",
                        column: x => x.requested_by,
                        principalTable: "staff_accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_rounds_year_authority",
                table: "rounds",
                columns: new[] { "year", "authority" },
                unique: true,
                filter: "state <> 'Cancelled'");

            migrationBuilder.CreateIndex(
                name: "ix_criteria_sets_year_group_slug",
                table: "criteria_sets",
                columns: new[] { "year", "group_slug" });

            migrationBuilder.CreateIndex(
                name: "ix_appraiser_assignments_account_id",
                table: "appraiser_assignments",
                column: "account_id");

            migrationBuilder.CreateIndex(
                name: "ix_appraiser_assignments_field_id",
                table: "appraiser_assignments",
                column: "field_id");

            migrationBuilder.CreateIndex(
                name: "ix_appraiser_assignments_participant_id",
                table: "appraiser_assignments",
                column: "participant_id");

            migrationBuilder.CreateIndex(
                name: "ix_appraiser_assignments_round_group_id_account_id_field_id_participant_id",
                table: "appraiser_assignments",
                columns: new[] { "round_group_id", "account_id", "field_id", "participant_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_extensions_by",
                table: "extensions",
                column: "by");

            migrationBuilder.CreateIndex(
                name: "ix_extensions_participant_id",
                table: "extensions",
                column: "participant_id");

            migrationBuilder.CreateIndex(
                name: "ix_import_drafts_by",
                table: "import_drafts",
                column: "by");

            migrationBuilder.CreateIndex(
                name: "ix_round_deadlines_round_id_step",
                table: "round_deadlines",
                columns: new[] { "round_id", "step" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_round_moves_by",
                table: "round_moves",
                column: "by");

            migrationBuilder.CreateIndex(
                name: "ix_round_moves_round_id",
                table: "round_moves",
                column: "round_id");

            migrationBuilder.CreateIndex(
                name: "ix_staff_accounts_normalized_user_name",
                table: "staff_accounts",
                column: "normalized_user_name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_staff_accounts_unit_id",
                table: "staff_accounts",
                column: "unit_id");

            migrationBuilder.CreateIndex(
                name: "ix_staff_claims_user_id",
                table: "staff_claims",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_staff_logins_user_id",
                table: "staff_logins",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_two_person_requests_decided_by",
                table: "two_person_requests",
                column: "decided_by");

            migrationBuilder.CreateIndex(
                name: "ix_two_person_requests_requested_by",
                table: "two_person_requests",
                column: "requested_by");

            migrationBuilder.CreateIndex(
                name: "ix_two_person_requests_state",
                table: "two_person_requests",
                column: "state");
        }

        /// <summary>
        /// Makes <c>round_groups.criteria_set_id</c> optional and gives <c>exemptions</c> who decided and when. Written by
        /// hand: the rebuild EF generates switches foreign keys off, which SQLite allows only outside a transaction, so that a
        /// process killed in between would leave half a schema. With foreign keys on, dropping a table deletes what hangs on
        /// it, so everything below the round's groups is set aside and put back. No version before this one wrote an
        /// exemption; a row would have no author to name and refuse the whole upgrade, as it does on PostgreSQL.
        /// </summary>
        private static void RebuildWithinTheTransaction(MigrationBuilder migrationBuilder)
        {
            string[] leavesFirst = ["score_cells", "scorecards", "exemptions", "participants", "round_groups"];
            foreach (var table in leavesFirst)
            {
                migrationBuilder.Sql($"CREATE TEMP TABLE kept_{table} AS SELECT * FROM main.{table};");
                migrationBuilder.Sql($"DELETE FROM main.{table};");
            }

            migrationBuilder.Sql("""
                DROP TABLE exemptions;
                DROP TABLE round_groups;
                CREATE TABLE "round_groups" (
                    "id" TEXT NOT NULL CONSTRAINT "pk_round_groups" PRIMARY KEY,
                    "bonus_ceiling" TEXT NULL,
                    "criteria_set_id" TEXT NULL,
                    "index_decimals" INTEGER NOT NULL,
                    "index_may_exceed100" INTEGER NOT NULL,
                    "penalty_ceiling" TEXT NULL,
                    "ranking" TEXT NOT NULL,
                    "rate_exact_index" INTEGER NOT NULL,
                    "ratings" TEXT NULL,
                    "round_id" TEXT NOT NULL,
                    "unit_group_id" TEXT NOT NULL,
                    "version" TEXT NOT NULL,
                    CONSTRAINT "fk_round_groups_criteria_sets_criteria_set_id" FOREIGN KEY ("criteria_set_id") REFERENCES "criteria_sets" ("id") ON DELETE RESTRICT,
                    CONSTRAINT "fk_round_groups_rounds_round_id" FOREIGN KEY ("round_id") REFERENCES "rounds" ("id") ON DELETE CASCADE,
                    CONSTRAINT "fk_round_groups_unit_groups_unit_group_id" FOREIGN KEY ("unit_group_id") REFERENCES "unit_groups" ("id") ON DELETE RESTRICT
                );
                CREATE INDEX "ix_round_groups_criteria_set_id" ON "round_groups" ("criteria_set_id");
                CREATE UNIQUE INDEX "ix_round_groups_round_id_unit_group_id" ON "round_groups" ("round_id", "unit_group_id");
                CREATE INDEX "ix_round_groups_unit_group_id" ON "round_groups" ("unit_group_id");
                CREATE TABLE "exemptions" (
                    "id" TEXT NOT NULL CONSTRAINT "pk_exemptions" PRIMARY KEY,
                    "at" TEXT NOT NULL,
                    "by" TEXT NOT NULL,
                    "criterion_id" TEXT NOT NULL,
                    "legal_basis" TEXT NOT NULL,
                    "participant_id" TEXT NOT NULL,
                    "reason" TEXT NOT NULL,
                    CONSTRAINT "fk_exemptions_criteria_criterion_id" FOREIGN KEY ("criterion_id") REFERENCES "criteria" ("id") ON DELETE RESTRICT,
                    CONSTRAINT "fk_exemptions_participants_participant_id" FOREIGN KEY ("participant_id") REFERENCES "participants" ("id") ON DELETE CASCADE,
                    CONSTRAINT "fk_exemptions_staff_accounts_by" FOREIGN KEY ("by") REFERENCES "staff_accounts" ("id") ON DELETE RESTRICT
                );
                CREATE INDEX "ix_exemptions_by" ON "exemptions" ("by");
                CREATE INDEX "ix_exemptions_criterion_id" ON "exemptions" ("criterion_id");
                CREATE UNIQUE INDEX "ix_exemptions_participant_id_criterion_id" ON "exemptions" ("participant_id", "criterion_id");

                INSERT INTO round_groups (id, bonus_ceiling, criteria_set_id, index_decimals, index_may_exceed100, penalty_ceiling, ranking, rate_exact_index, ratings, round_id, unit_group_id, version)
                SELECT id, bonus_ceiling, criteria_set_id, index_decimals, index_may_exceed100, penalty_ceiling, ranking, rate_exact_index, ratings, round_id, unit_group_id, version FROM kept_round_groups;
                INSERT INTO participants SELECT * FROM kept_participants;
                INSERT INTO exemptions (id, at, by, criterion_id, legal_basis, participant_id, reason)
                SELECT id, '0001-01-01 00:00:00', '00000000-0000-0000-0000-000000000000', criterion_id, legal_basis, participant_id, reason FROM kept_exemptions;
                INSERT INTO scorecards SELECT * FROM kept_scorecards;
                INSERT INTO score_cells SELECT * FROM kept_score_cells;
                """);
            foreach (var table in leavesFirst)
            {
                migrationBuilder.Sql($"DROP TABLE kept_{table};");
            }
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_exemptions_staff_accounts_by",
                table: "exemptions");

            migrationBuilder.DropTable(
                name: "appraiser_assignments");

            migrationBuilder.DropTable(
                name: "extensions");

            migrationBuilder.DropTable(
                name: "import_drafts");

            migrationBuilder.DropTable(
                name: "round_deadlines");

            migrationBuilder.DropTable(
                name: "round_moves");

            migrationBuilder.DropTable(
                name: "staff_claims");

            migrationBuilder.DropTable(
                name: "staff_logins");

            migrationBuilder.DropTable(
                name: "staff_tokens");

            migrationBuilder.DropTable(
                name: "two_person_requests");

            migrationBuilder.DropTable(
                name: "staff_accounts");

            migrationBuilder.DropIndex(
                name: "ix_rounds_year_authority",
                table: "rounds");

            migrationBuilder.DropIndex(
                name: "ix_exemptions_by",
                table: "exemptions");

            migrationBuilder.DropIndex(
                name: "ix_criteria_sets_year_group_slug",
                table: "criteria_sets");

            migrationBuilder.DropColumn(
                name: "authority",
                table: "rounds");

            migrationBuilder.DropColumn(
                name: "state",
                table: "rounds");

            migrationBuilder.DropColumn(
                name: "at",
                table: "exemptions");

            migrationBuilder.DropColumn(
                name: "by",
                table: "exemptions");

            migrationBuilder.DropColumn(
                name: "decision_date",
                table: "criteria_sets");

            migrationBuilder.DropColumn(
                name: "decision_number",
                table: "criteria_sets");

            migrationBuilder.DropColumn(
                name: "is_sample",
                table: "criteria_sets");

            migrationBuilder.DropColumn(
                name: "locked_at",
                table: "criteria_sets");

            migrationBuilder.DropColumn(
                name: "appraising_body",
                table: "criteria");

            migrationBuilder.DropColumn(
                name: "change",
                table: "criteria");

            migrationBuilder.DropColumn(
                name: "evidence_asked",
                table: "criteria");

            migrationBuilder.DropColumn(
                name: "name_en",
                table: "criteria");

            migrationBuilder.DropColumn(
                name: "rule",
                table: "criteria");

            migrationBuilder.AlterColumn<Guid>(
                name: "criteria_set_id",
                table: "round_groups",
                type: "TEXT",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"),
                oldClrType: typeof(Guid),
                oldType: "TEXT",
                oldNullable: true);

            migrationBuilder.CreateIndex(
                name: "ix_rounds_year",
                table: "rounds",
                column: "year");

            migrationBuilder.CreateIndex(
                name: "ix_criteria_sets_year_group_slug",
                table: "criteria_sets",
                columns: new[] { "year", "group_slug" },
                unique: true);
        }
    }
}
