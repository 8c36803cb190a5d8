using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace ParIndex.Application.Data.Migrations.Postgres
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
                type: "character varying(80)",
                maxLength: 80,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "state",
                table: "rounds",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "Draft");

            migrationBuilder.AlterColumn<Guid>(
                name: "criteria_set_id",
                table: "round_groups",
                type: "uuid",
                nullable: true,
                oldClrType: typeof(Guid),
                oldType: "uuid");

            migrationBuilder.AddColumn<DateTime>(
                name: "at",
                table: "exemptions",
                type: "timestamp with time zone",
                nullable: false,
                defaultValue: new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified));

            migrationBuilder.AddColumn<Guid>(
                name: "by",
                table: "exemptions",
                type: "uuid",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.AddColumn<DateOnly>(
                name: "decision_date",
                table: "criteria_sets",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "decision_number",
                table: "criteria_sets",
                type: "character varying(80)",
                maxLength: 80,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "is_sample",
                table: "criteria_sets",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateTime>(
                name: "locked_at",
                table: "criteria_sets",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "appraising_body",
                table: "criteria",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "change",
                table: "criteria",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "New");

            migrationBuilder.AddColumn<string>(
                name: "evidence_asked",
                table: "criteria",
                type: "character varying(2000)",
                maxLength: 2000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "name_en",
                table: "criteria",
                type: "character varying(1000)",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "rule",
                table: "criteria",
                type: "character varying(4000)",
                maxLength: 4000,
                nullable: false,
                defaultValue: "trực tiếp");

            migrationBuilder.CreateTable(
                name: "round_deadlines",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    round_id = table.Column<Guid>(type: "uuid", nullable: false),
                    step = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    until = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
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
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    full_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    post = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    roles = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: true),
                    is_active = table.Column<bool>(type: "boolean", nullable: false),
                    must_change_password = table.Column<bool>(type: "boolean", nullable: false),
                    last_totp_step = table.Column<long>(type: "bigint", nullable: true),
                    one_time_code_hash = table.Column<string>(type: "text", nullable: true),
                    one_time_code_expires_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    user_name = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    normalized_user_name = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true),
                    password_hash = table.Column<string>(type: "text", nullable: true),
                    security_stamp = table.Column<string>(type: "text", nullable: true),
                    concurrency_stamp = table.Column<string>(type: "text", nullable: true),
                    two_factor_enabled = table.Column<bool>(type: "boolean", nullable: false),
                    lockout_end = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    lockout_enabled = table.Column<bool>(type: "boolean", nullable: false),
                    access_failed_count = table.Column<int>(type: "integer", nullable: false)
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

            migrationBuilder.CreateTable(
                name: "appraiser_assignments",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    round_group_id = table.Column<Guid>(type: "uuid", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    field_id = table.Column<Guid>(type: "uuid", nullable: true),
                    participant_id = table.Column<Guid>(type: "uuid", nullable: true)
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
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    participant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    step = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    until = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    by = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
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
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    file_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    content = table.Column<byte[]>(type: "bytea", nullable: false),
                    sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    request = table.Column<string>(type: "text", nullable: false),
                    by = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
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
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    round_id = table.Column<Guid>(type: "uuid", nullable: false),
                    from = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    to = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    by = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    note = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true)
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
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    claim_type = table.Column<string>(type: "text", nullable: true),
                    claim_value = table.Column<string>(type: "text", nullable: true)
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
                    login_provider = table.Column<string>(type: "text", nullable: false),
                    provider_key = table.Column<string>(type: "text", nullable: false),
                    provider_display_name = table.Column<string>(type: "text", nullable: true),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false)
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
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    login_provider = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    value = table.Column<string>(type: "text", nullable: true)
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
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<Guid>(type: "uuid", nullable: false),
                    act = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    subject_id = table.Column<Guid>(type: "uuid", nullable: false),
                    payload = table.Column<string>(type: "text", nullable: false),
                    summary = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    requested_by = table.Column<Guid>(type: "uuid", nullable: false),
                    requested_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    decided_by = table.Column<Guid>(type: "uuid", nullable: true),
                    decided_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
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
                name: "ix_exemptions_by",
                table: "exemptions",
                column: "by");

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
                name: "ix_appraiser_assignments_round_group_id_account_id_field_id_pa~",
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

            migrationBuilder.AddForeignKey(
                name: "fk_exemptions_staff_accounts_by",
                table: "exemptions",
                column: "by",
                principalTable: "staff_accounts",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);
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
                type: "uuid",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"),
                oldClrType: typeof(Guid),
                oldType: "uuid",
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
