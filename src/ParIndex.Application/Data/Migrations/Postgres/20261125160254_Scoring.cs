using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ParIndex.Application.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Scoring : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "email",
                table: "staff_accounts",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "state",
                table: "scorecards",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "SelfScoring");

            migrationBuilder.AddColumn<decimal>(
                name: "achieved",
                table: "score_cells",
                type: "numeric(14,4)",
                precision: 14,
                scale: 4,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "changed_at",
                table: "score_cells",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "changed_by",
                table: "score_cells",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "level",
                table: "score_cells",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "note",
                table: "score_cells",
                type: "character varying(2000)",
                maxLength: 2000,
                nullable: true);

            migrationBuilder.AddColumn<decimal>(
                name: "required",
                table: "score_cells",
                type: "numeric(14,4)",
                precision: 14,
                scale: 4,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "sample_size",
                table: "score_cells",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<decimal>(
                name: "spread",
                table: "score_cells",
                type: "numeric(9,4)",
                precision: 9,
                scale: 4,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "score_count",
                table: "release_results",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "criterion_count",
                table: "release_groups",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "explanations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<Guid>(type: "uuid", nullable: false),
                    scorecard_id = table.Column<Guid>(type: "uuid", nullable: false),
                    criterion_id = table.Column<Guid>(type: "uuid", nullable: false),
                    requested_by = table.Column<Guid>(type: "uuid", nullable: true),
                    requested_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    reason = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    answer = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    keeps_self_score = table.Column<bool>(type: "boolean", nullable: true),
                    answered_by = table.Column<Guid>(type: "uuid", nullable: true),
                    answered_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_explanations", x => x.id);
                    table.ForeignKey(
                        name: "fk_explanations_criteria_criterion_id",
                        column: x => x.criterion_id,
                        principalTable: "criteria",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_explanations_scorecards_scorecard_id",
                        column: x => x.scorecard_id,
                        principalTable: "scorecards",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_explanations_staff_accounts_answered_by",
                        column: x => x.answered_by,
                        principalTable: "staff_accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_explanations_staff_accounts_requested_by",
                        column: x => x.requested_by,
                        principalTable: "staff_accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "file_uploads",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    file_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    size = table.Column<long>(type: "bigint", nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: true),
                    year = table.Column<int>(type: "integer", nullable: false),
                    by = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_file_uploads", x => x.id);
                    table.ForeignKey(
                        name: "fk_file_uploads_staff_accounts_by",
                        column: x => x.by,
                        principalTable: "staff_accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_file_uploads_units_unit_id",
                        column: x => x.unit_id,
                        principalTable: "units",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "job_leases",
                columns: table => new
                {
                    job = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    version = table.Column<Guid>(type: "uuid", nullable: false),
                    holder = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    held_until = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_job_leases", x => x.job);
                });

            migrationBuilder.CreateTable(
                name: "outbox_messages",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    recipient_id = table.Column<Guid>(type: "uuid", nullable: false),
                    subject = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    body = table.Column<string>(type: "text", nullable: false),
                    by = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    queued_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    sent_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    failures = table.Column<int>(type: "integer", nullable: false),
                    retry_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    last_error = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_outbox_messages", x => x.id);
                    table.ForeignKey(
                        name: "fk_outbox_messages_staff_accounts_recipient_id",
                        column: x => x.recipient_id,
                        principalTable: "staff_accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "release_criteria",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    release_group_id = table.Column<Guid>(type: "uuid", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    depth = table.Column<int>(type: "integer", nullable: false),
                    code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    name = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    name_en = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    max_score = table.Column<decimal>(type: "numeric(9,4)", precision: 9, scale: 4, nullable: false),
                    component = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    is_leaf = table.Column<bool>(type: "boolean", nullable: false),
                    rule = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_release_criteria", x => x.id);
                    table.ForeignKey(
                        name: "fk_release_criteria_release_groups_release_group_id",
                        column: x => x.release_group_id,
                        principalTable: "release_groups",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "release_scores",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    release_result_id = table.Column<Guid>(type: "uuid", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    criterion_code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    points = table.Column<decimal>(type: "numeric(9,4)", precision: 9, scale: 4, nullable: true),
                    achieved = table.Column<decimal>(type: "numeric(14,4)", precision: 14, scale: 4, nullable: true),
                    required = table.Column<decimal>(type: "numeric(14,4)", precision: 14, scale: 4, nullable: true),
                    not_applicable = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_release_scores", x => x.id);
                    table.ForeignKey(
                        name: "fk_release_scores_release_results_release_result_id",
                        column: x => x.release_result_id,
                        principalTable: "release_results",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "score_edits",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    cell_id = table.Column<Guid>(type: "uuid", nullable: false),
                    points_before = table.Column<decimal>(type: "numeric(9,4)", precision: 9, scale: 4, nullable: true),
                    points = table.Column<decimal>(type: "numeric(9,4)", precision: 9, scale: 4, nullable: true),
                    achieved = table.Column<decimal>(type: "numeric(14,4)", precision: 14, scale: 4, nullable: true),
                    required = table.Column<decimal>(type: "numeric(14,4)", precision: 14, scale: 4, nullable: true),
                    level = table.Column<int>(type: "integer", nullable: true),
                    note = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    by = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_score_edits", x => x.id);
                    table.ForeignKey(
                        name: "fk_score_edits_score_cells_cell_id",
                        column: x => x.cell_id,
                        principalTable: "score_cells",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_score_edits_staff_accounts_by",
                        column: x => x.by,
                        principalTable: "staff_accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "scorecard_moves",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    scorecard_id = table.Column<Guid>(type: "uuid", nullable: false),
                    from = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    act = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    to = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    by = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    note = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_scorecard_moves", x => x.id);
                    table.ForeignKey(
                        name: "fk_scorecard_moves_scorecards_scorecard_id",
                        column: x => x.scorecard_id,
                        principalTable: "scorecards",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_scorecard_moves_staff_accounts_by",
                        column: x => x.by,
                        principalTable: "staff_accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "stored_files",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    file_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    size = table.Column<long>(type: "bigint", nullable: false),
                    sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    store_name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: true),
                    year = table.Column<int>(type: "integer", nullable: false),
                    by = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_stored_files", x => x.id);
                    table.ForeignKey(
                        name: "fk_stored_files_staff_accounts_by",
                        column: x => x.by,
                        principalTable: "staff_accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_stored_files_units_unit_id",
                        column: x => x.unit_id,
                        principalTable: "units",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "evidence_documents",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    title = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    number = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true),
                    issued_on = table.Column<DateOnly>(type: "date", nullable: true),
                    issuer = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    file_id = table.Column<Guid>(type: "uuid", nullable: true),
                    is_shared = table.Column<bool>(type: "boolean", nullable: false),
                    by = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_evidence_documents", x => x.id);
                    table.ForeignKey(
                        name: "fk_evidence_documents_staff_accounts_by",
                        column: x => x.by,
                        principalTable: "staff_accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_evidence_documents_stored_files_file_id",
                        column: x => x.file_id,
                        principalTable: "stored_files",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_evidence_documents_units_unit_id",
                        column: x => x.unit_id,
                        principalTable: "units",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "results_approvals",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    round_id = table.Column<Guid>(type: "uuid", nullable: false),
                    digest = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    by = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    note = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    minutes_file_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_results_approvals", x => x.id);
                    table.ForeignKey(
                        name: "fk_results_approvals_rounds_round_id",
                        column: x => x.round_id,
                        principalTable: "rounds",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_results_approvals_staff_accounts_by",
                        column: x => x.by,
                        principalTable: "staff_accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_results_approvals_stored_files_minutes_file_id",
                        column: x => x.minutes_file_id,
                        principalTable: "stored_files",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "round_decisions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    round_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    date = table.Column<DateOnly>(type: "date", nullable: false),
                    announced_on = table.Column<DateOnly>(type: "date", nullable: false),
                    file_id = table.Column<Guid>(type: "uuid", nullable: true),
                    by = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_round_decisions", x => x.id);
                    table.ForeignKey(
                        name: "fk_round_decisions_rounds_round_id",
                        column: x => x.round_id,
                        principalTable: "rounds",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_round_decisions_staff_accounts_by",
                        column: x => x.by,
                        principalTable: "staff_accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_round_decisions_stored_files_file_id",
                        column: x => x.file_id,
                        principalTable: "stored_files",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "submissions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    scorecard_id = table.Column<Guid>(type: "uuid", nullable: false),
                    head_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    head_post = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    signed_on = table.Column<DateOnly>(type: "date", nullable: false),
                    report_file_id = table.Column<Guid>(type: "uuid", nullable: false),
                    by = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_submissions", x => x.id);
                    table.ForeignKey(
                        name: "fk_submissions_scorecards_scorecard_id",
                        column: x => x.scorecard_id,
                        principalTable: "scorecards",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_submissions_staff_accounts_by",
                        column: x => x.by,
                        principalTable: "staff_accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_submissions_stored_files_report_file_id",
                        column: x => x.report_file_id,
                        principalTable: "stored_files",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "evidence_links",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    scorecard_id = table.Column<Guid>(type: "uuid", nullable: false),
                    criterion_id = table.Column<Guid>(type: "uuid", nullable: false),
                    document_id = table.Column<Guid>(type: "uuid", nullable: false),
                    pages = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    by = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_evidence_links", x => x.id);
                    table.ForeignKey(
                        name: "fk_evidence_links_criteria_criterion_id",
                        column: x => x.criterion_id,
                        principalTable: "criteria",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_evidence_links_evidence_documents_document_id",
                        column: x => x.document_id,
                        principalTable: "evidence_documents",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_evidence_links_scorecards_scorecard_id",
                        column: x => x.scorecard_id,
                        principalTable: "scorecards",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_evidence_links_staff_accounts_by",
                        column: x => x.by,
                        principalTable: "staff_accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_evidence_documents_by",
                table: "evidence_documents",
                column: "by");

            migrationBuilder.CreateIndex(
                name: "ix_evidence_documents_file_id",
                table: "evidence_documents",
                column: "file_id");

            migrationBuilder.CreateIndex(
                name: "ix_evidence_documents_unit_id",
                table: "evidence_documents",
                column: "unit_id");

            migrationBuilder.CreateIndex(
                name: "ix_evidence_links_by",
                table: "evidence_links",
                column: "by");

            migrationBuilder.CreateIndex(
                name: "ix_evidence_links_criterion_id",
                table: "evidence_links",
                column: "criterion_id");

            migrationBuilder.CreateIndex(
                name: "ix_evidence_links_document_id",
                table: "evidence_links",
                column: "document_id");

            migrationBuilder.CreateIndex(
                name: "ix_evidence_links_scorecard_id_criterion_id_document_id",
                table: "evidence_links",
                columns: new[] { "scorecard_id", "criterion_id", "document_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_explanations_answered_by",
                table: "explanations",
                column: "answered_by");

            migrationBuilder.CreateIndex(
                name: "ix_explanations_criterion_id",
                table: "explanations",
                column: "criterion_id");

            migrationBuilder.CreateIndex(
                name: "ix_explanations_requested_by",
                table: "explanations",
                column: "requested_by");

            migrationBuilder.CreateIndex(
                name: "ix_explanations_scorecard_id_criterion_id",
                table: "explanations",
                columns: new[] { "scorecard_id", "criterion_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_file_uploads_by",
                table: "file_uploads",
                column: "by");

            migrationBuilder.CreateIndex(
                name: "ix_file_uploads_unit_id",
                table: "file_uploads",
                column: "unit_id");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_messages_recipient_id",
                table: "outbox_messages",
                column: "recipient_id");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_messages_sent_at",
                table: "outbox_messages",
                column: "sent_at");

            migrationBuilder.CreateIndex(
                name: "ix_release_criteria_release_group_id_position",
                table: "release_criteria",
                columns: new[] { "release_group_id", "position" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_release_scores_release_result_id_position",
                table: "release_scores",
                columns: new[] { "release_result_id", "position" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_results_approvals_by",
                table: "results_approvals",
                column: "by");

            migrationBuilder.CreateIndex(
                name: "ix_results_approvals_minutes_file_id",
                table: "results_approvals",
                column: "minutes_file_id");

            migrationBuilder.CreateIndex(
                name: "ix_results_approvals_round_id",
                table: "results_approvals",
                column: "round_id");

            migrationBuilder.CreateIndex(
                name: "ix_round_decisions_by",
                table: "round_decisions",
                column: "by");

            migrationBuilder.CreateIndex(
                name: "ix_round_decisions_file_id",
                table: "round_decisions",
                column: "file_id");

            migrationBuilder.CreateIndex(
                name: "ix_round_decisions_round_id",
                table: "round_decisions",
                column: "round_id");

            migrationBuilder.CreateIndex(
                name: "ix_score_edits_by",
                table: "score_edits",
                column: "by");

            migrationBuilder.CreateIndex(
                name: "ix_score_edits_cell_id",
                table: "score_edits",
                column: "cell_id");

            migrationBuilder.CreateIndex(
                name: "ix_scorecard_moves_by",
                table: "scorecard_moves",
                column: "by");

            migrationBuilder.CreateIndex(
                name: "ix_scorecard_moves_scorecard_id",
                table: "scorecard_moves",
                column: "scorecard_id");

            migrationBuilder.CreateIndex(
                name: "ix_stored_files_by",
                table: "stored_files",
                column: "by");

            migrationBuilder.CreateIndex(
                name: "ix_stored_files_unit_id_year",
                table: "stored_files",
                columns: new[] { "unit_id", "year" });

            migrationBuilder.CreateIndex(
                name: "ix_submissions_by",
                table: "submissions",
                column: "by");

            migrationBuilder.CreateIndex(
                name: "ix_submissions_report_file_id",
                table: "submissions",
                column: "report_file_id");

            migrationBuilder.CreateIndex(
                name: "ix_submissions_scorecard_id",
                table: "submissions",
                column: "scorecard_id");

            // Rounds of before this part were either open or taken in as past years.
            migrationBuilder.Sql("UPDATE scorecards SET state = 'Agreed' WHERE participant_id IN (SELECT p.id FROM participants p JOIN round_groups g ON g.id = p.round_group_id JOIN rounds r ON r.id = g.round_id WHERE r.state <> 'Open')");
            ImmutableReleases.GuardPostgresLeaves(migrationBuilder);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            ImmutableReleases.ReleasePostgresLeaves(migrationBuilder);

            migrationBuilder.DropTable(
                name: "evidence_links");

            migrationBuilder.DropTable(
                name: "explanations");

            migrationBuilder.DropTable(
                name: "file_uploads");

            migrationBuilder.DropTable(
                name: "job_leases");

            migrationBuilder.DropTable(
                name: "outbox_messages");

            migrationBuilder.DropTable(
                name: "release_criteria");

            migrationBuilder.DropTable(
                name: "release_scores");

            migrationBuilder.DropTable(
                name: "results_approvals");

            migrationBuilder.DropTable(
                name: "round_decisions");

            migrationBuilder.DropTable(
                name: "score_edits");

            migrationBuilder.DropTable(
                name: "scorecard_moves");

            migrationBuilder.DropTable(
                name: "submissions");

            migrationBuilder.DropTable(
                name: "evidence_documents");

            migrationBuilder.DropTable(
                name: "stored_files");

            migrationBuilder.DropColumn(
                name: "email",
                table: "staff_accounts");

            migrationBuilder.DropColumn(
                name: "state",
                table: "scorecards");

            migrationBuilder.DropColumn(
                name: "achieved",
                table: "score_cells");

            migrationBuilder.DropColumn(
                name: "changed_at",
                table: "score_cells");

            migrationBuilder.DropColumn(
                name: "changed_by",
                table: "score_cells");

            migrationBuilder.DropColumn(
                name: "level",
                table: "score_cells");

            migrationBuilder.DropColumn(
                name: "note",
                table: "score_cells");

            migrationBuilder.DropColumn(
                name: "required",
                table: "score_cells");

            migrationBuilder.DropColumn(
                name: "sample_size",
                table: "score_cells");

            migrationBuilder.DropColumn(
                name: "spread",
                table: "score_cells");

            migrationBuilder.DropColumn(
                name: "score_count",
                table: "release_results");

            migrationBuilder.DropColumn(
                name: "criterion_count",
                table: "release_groups");
        }
    }
}
