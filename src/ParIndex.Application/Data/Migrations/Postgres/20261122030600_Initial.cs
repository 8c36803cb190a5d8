using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ParIndex.Application.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "audit_events",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    actor = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    act = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_audit_events", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "criteria_sets",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<Guid>(type: "uuid", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    group_slug = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    title = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_criteria_sets", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "national_indices",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<Guid>(type: "uuid", nullable: false),
                    province = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    score = table.Column<decimal>(type: "numeric(9,4)", precision: 9, scale: 4, nullable: true),
                    scale = table.Column<decimal>(type: "numeric(9,4)", precision: 9, scale: 4, nullable: true),
                    rank = table.Column<int>(type: "integer", nullable: true),
                    ranked_provinces = table.Column<int>(type: "integer", nullable: true),
                    is_derived = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_national_indices", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "releases",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    province = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    version_number = table.Column<int>(type: "integer", nullable: false),
                    change = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    is_archive = table.Column<bool>(type: "boolean", nullable: false),
                    decision_number = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true),
                    decision_date = table.Column<DateOnly>(type: "date", nullable: true),
                    announced_on = table.Column<DateOnly>(type: "date", nullable: true),
                    source_note = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    published_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    results_digest = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    group_count = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_releases", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "rounds",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<Guid>(type: "uuid", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_rounds", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "unit_groups",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<Guid>(type: "uuid", nullable: false),
                    slug = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    name_en = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_unit_groups", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "units",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: true),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true),
                    search_text = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_units", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "audit_changes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    audit_event_id = table.Column<Guid>(type: "uuid", nullable: false),
                    entity = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    entity_id = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    property = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true),
                    old_value = table.Column<string>(type: "text", nullable: true),
                    new_value = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_audit_changes", x => x.id);
                    table.ForeignKey(
                        name: "fk_audit_changes_audit_events_audit_event_id",
                        column: x => x.audit_event_id,
                        principalTable: "audit_events",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "criteria",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    criteria_set_id = table.Column<Guid>(type: "uuid", nullable: false),
                    parent_id = table.Column<Guid>(type: "uuid", nullable: true),
                    code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    name = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    max_score = table.Column<decimal>(type: "numeric(9,4)", precision: 9, scale: 4, nullable: false),
                    component = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    decimals = table.Column<int>(type: "integer", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    lineage = table.Column<Guid>(type: "uuid", nullable: false),
                    is_comparable = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_criteria", x => x.id);
                    table.ForeignKey(
                        name: "fk_criteria_criteria_parent_id",
                        column: x => x.parent_id,
                        principalTable: "criteria",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_criteria_criteria_sets_criteria_set_id",
                        column: x => x.criteria_set_id,
                        principalTable: "criteria_sets",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "release_groups",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    release_id = table.Column<Guid>(type: "uuid", nullable: false),
                    slug = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    name_en = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    position = table.Column<int>(type: "integer", nullable: false),
                    since_version = table.Column<int>(type: "integer", nullable: false),
                    ratings = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    ranking = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    score_decimals = table.Column<int>(type: "integer", nullable: false),
                    index_decimals = table.Column<int>(type: "integer", nullable: false),
                    printed_mean = table.Column<decimal>(type: "numeric(9,4)", precision: 9, scale: 4, nullable: true),
                    scale_note = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    result_count = table.Column<int>(type: "integer", nullable: false),
                    reference_count = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_release_groups", x => x.id);
                    table.ForeignKey(
                        name: "fk_release_groups_releases_release_id",
                        column: x => x.release_id,
                        principalTable: "releases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "round_groups",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<Guid>(type: "uuid", nullable: false),
                    round_id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_group_id = table.Column<Guid>(type: "uuid", nullable: false),
                    criteria_set_id = table.Column<Guid>(type: "uuid", nullable: false),
                    ratings = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    ranking = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    bonus_ceiling = table.Column<decimal>(type: "numeric(9,4)", precision: 9, scale: 4, nullable: true),
                    penalty_ceiling = table.Column<decimal>(type: "numeric(9,4)", precision: 9, scale: 4, nullable: true),
                    index_may_exceed100 = table.Column<bool>(type: "boolean", nullable: false),
                    index_decimals = table.Column<int>(type: "integer", nullable: false),
                    rate_exact_index = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_round_groups", x => x.id);
                    table.ForeignKey(
                        name: "fk_round_groups_criteria_sets_criteria_set_id",
                        column: x => x.criteria_set_id,
                        principalTable: "criteria_sets",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_round_groups_rounds_round_id",
                        column: x => x.round_id,
                        principalTable: "rounds",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_round_groups_unit_groups_unit_group_id",
                        column: x => x.unit_group_id,
                        principalTable: "unit_groups",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "successions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    predecessor_id = table.Column<Guid>(type: "uuid", nullable: false),
                    successor_id = table.Column<Guid>(type: "uuid", nullable: true),
                    effective_on = table.Column<DateOnly>(type: "date", nullable: false),
                    legal_basis = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_successions", x => x.id);
                    table.ForeignKey(
                        name: "fk_successions_units_predecessor_id",
                        column: x => x.predecessor_id,
                        principalTable: "units",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_successions_units_successor_id",
                        column: x => x.successor_id,
                        principalTable: "units",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "unit_aliases",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    text = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_unit_aliases", x => x.id);
                    table.ForeignKey(
                        name: "fk_unit_aliases_units_unit_id",
                        column: x => x.unit_id,
                        principalTable: "units",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "unit_names",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    name_en = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: true),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_unit_names", x => x.id);
                    table.ForeignKey(
                        name: "fk_unit_names_units_unit_id",
                        column: x => x.unit_id,
                        principalTable: "units",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "release_references",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    release_group_id = table.Column<Guid>(type: "uuid", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    measure = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    unit_code = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: true),
                    label = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true),
                    year = table.Column<int>(type: "integer", nullable: false),
                    value = table.Column<decimal>(type: "numeric(9,4)", precision: 9, scale: 4, nullable: false),
                    source = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_release_references", x => x.id);
                    table.ForeignKey(
                        name: "fk_release_references_release_groups_release_group_id",
                        column: x => x.release_group_id,
                        principalTable: "release_groups",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "release_results",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    release_group_id = table.Column<Guid>(type: "uuid", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    unit_code = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false),
                    unit_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    unit_name_en = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    name_as_printed = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    is_special_case = table.Column<bool>(type: "boolean", nullable: false),
                    appraisal_score = table.Column<decimal>(type: "numeric(9,4)", precision: 9, scale: 4, nullable: true),
                    survey_score = table.Column<decimal>(type: "numeric(9,4)", precision: 9, scale: 4, nullable: true),
                    bonus = table.Column<decimal>(type: "numeric(9,4)", precision: 9, scale: 4, nullable: true),
                    penalty = table.Column<decimal>(type: "numeric(9,4)", precision: 9, scale: 4, nullable: true),
                    total_score = table.Column<decimal>(type: "numeric(9,4)", precision: 9, scale: 4, nullable: true),
                    scale = table.Column<decimal>(type: "numeric(9,4)", precision: 9, scale: 4, nullable: true),
                    scale_source = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    index = table.Column<decimal>(type: "numeric(9,4)", precision: 9, scale: 4, nullable: true),
                    published_index = table.Column<decimal>(type: "numeric(9,4)", precision: 9, scale: 4, nullable: true),
                    published_rating = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true),
                    published_order = table.Column<int>(type: "integer", nullable: true),
                    consistency = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    rating = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true),
                    rank = table.Column<int>(type: "integer", nullable: true),
                    is_tied = table.Column<bool>(type: "boolean", nullable: false),
                    best_rank = table.Column<int>(type: "integer", nullable: true),
                    worst_rank = table.Column<int>(type: "integer", nullable: true),
                    ranking_list = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    change = table.Column<decimal>(type: "numeric(9,4)", precision: 9, scale: 4, nullable: true),
                    is_comparable = table.Column<bool>(type: "boolean", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_release_results", x => x.id);
                    table.ForeignKey(
                        name: "fk_release_results_release_groups_release_group_id",
                        column: x => x.release_group_id,
                        principalTable: "release_groups",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "participants",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<Guid>(type: "uuid", nullable: false),
                    round_group_id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    is_special_case = table.Column<bool>(type: "boolean", nullable: false),
                    is_ranked = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_participants", x => x.id);
                    table.ForeignKey(
                        name: "fk_participants_round_groups_round_group_id",
                        column: x => x.round_group_id,
                        principalTable: "round_groups",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_participants_units_unit_id",
                        column: x => x.unit_id,
                        principalTable: "units",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "exemptions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    participant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    criterion_id = table.Column<Guid>(type: "uuid", nullable: false),
                    reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    legal_basis = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_exemptions", x => x.id);
                    table.ForeignKey(
                        name: "fk_exemptions_criteria_criterion_id",
                        column: x => x.criterion_id,
                        principalTable: "criteria",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_exemptions_participants_participant_id",
                        column: x => x.participant_id,
                        principalTable: "participants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "scorecards",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<Guid>(type: "uuid", nullable: false),
                    participant_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_scorecards", x => x.id);
                    table.ForeignKey(
                        name: "fk_scorecards_participants_participant_id",
                        column: x => x.participant_id,
                        principalTable: "participants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "score_cells",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<Guid>(type: "uuid", nullable: false),
                    scorecard_id = table.Column<Guid>(type: "uuid", nullable: false),
                    criterion_id = table.Column<Guid>(type: "uuid", nullable: false),
                    stage = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    points = table.Column<decimal>(type: "numeric(9,4)", precision: 9, scale: 4, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_score_cells", x => x.id);
                    table.ForeignKey(
                        name: "fk_score_cells_criteria_criterion_id",
                        column: x => x.criterion_id,
                        principalTable: "criteria",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_score_cells_scorecards_scorecard_id",
                        column: x => x.scorecard_id,
                        principalTable: "scorecards",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_audit_changes_audit_event_id",
                table: "audit_changes",
                column: "audit_event_id");

            migrationBuilder.CreateIndex(
                name: "ix_audit_events_at",
                table: "audit_events",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_criteria_criteria_set_id_code",
                table: "criteria",
                columns: new[] { "criteria_set_id", "code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_criteria_lineage",
                table: "criteria",
                column: "lineage");

            migrationBuilder.CreateIndex(
                name: "ix_criteria_parent_id",
                table: "criteria",
                column: "parent_id");

            migrationBuilder.CreateIndex(
                name: "ix_criteria_sets_year_group_slug",
                table: "criteria_sets",
                columns: new[] { "year", "group_slug" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_exemptions_criterion_id",
                table: "exemptions",
                column: "criterion_id");

            migrationBuilder.CreateIndex(
                name: "ix_exemptions_participant_id_criterion_id",
                table: "exemptions",
                columns: new[] { "participant_id", "criterion_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_national_indices_province_name_year",
                table: "national_indices",
                columns: new[] { "province", "name", "year" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_participants_round_group_id_unit_id",
                table: "participants",
                columns: new[] { "round_group_id", "unit_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_participants_unit_id",
                table: "participants",
                column: "unit_id");

            migrationBuilder.CreateIndex(
                name: "ix_release_groups_release_id_slug",
                table: "release_groups",
                columns: new[] { "release_id", "slug" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_release_references_release_group_id_position",
                table: "release_references",
                columns: new[] { "release_group_id", "position" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_release_results_release_group_id_unit_code",
                table: "release_results",
                columns: new[] { "release_group_id", "unit_code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_releases_year_version_number",
                table: "releases",
                columns: new[] { "year", "version_number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_round_groups_criteria_set_id",
                table: "round_groups",
                column: "criteria_set_id");

            migrationBuilder.CreateIndex(
                name: "ix_round_groups_round_id_unit_group_id",
                table: "round_groups",
                columns: new[] { "round_id", "unit_group_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_round_groups_unit_group_id",
                table: "round_groups",
                column: "unit_group_id");

            migrationBuilder.CreateIndex(
                name: "ix_rounds_year",
                table: "rounds",
                column: "year");

            migrationBuilder.CreateIndex(
                name: "ix_score_cells_criterion_id",
                table: "score_cells",
                column: "criterion_id");

            migrationBuilder.CreateIndex(
                name: "ix_score_cells_scorecard_id_criterion_id_stage",
                table: "score_cells",
                columns: new[] { "scorecard_id", "criterion_id", "stage" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_scorecards_participant_id",
                table: "scorecards",
                column: "participant_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_successions_predecessor_id_successor_id_effective_on",
                table: "successions",
                columns: new[] { "predecessor_id", "successor_id", "effective_on" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_successions_successor_id",
                table: "successions",
                column: "successor_id");

            migrationBuilder.CreateIndex(
                name: "ix_unit_aliases_unit_id",
                table: "unit_aliases",
                column: "unit_id");

            migrationBuilder.CreateIndex(
                name: "ix_unit_groups_slug",
                table: "unit_groups",
                column: "slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_unit_names_unit_id",
                table: "unit_names",
                column: "unit_id");

            migrationBuilder.CreateIndex(
                name: "ix_units_code",
                table: "units",
                column: "code",
                unique: true);

            ImmutableReleases.GuardPostgres(migrationBuilder);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            ImmutableReleases.ReleasePostgres(migrationBuilder);

            migrationBuilder.DropTable(
                name: "audit_changes");

            migrationBuilder.DropTable(
                name: "exemptions");

            migrationBuilder.DropTable(
                name: "national_indices");

            migrationBuilder.DropTable(
                name: "release_references");

            migrationBuilder.DropTable(
                name: "release_results");

            migrationBuilder.DropTable(
                name: "score_cells");

            migrationBuilder.DropTable(
                name: "successions");

            migrationBuilder.DropTable(
                name: "unit_aliases");

            migrationBuilder.DropTable(
                name: "unit_names");

            migrationBuilder.DropTable(
                name: "audit_events");

            migrationBuilder.DropTable(
                name: "release_groups");

            migrationBuilder.DropTable(
                name: "criteria");

            migrationBuilder.DropTable(
                name: "scorecards");

            migrationBuilder.DropTable(
                name: "releases");

            migrationBuilder.DropTable(
                name: "participants");

            migrationBuilder.DropTable(
                name: "round_groups");

            migrationBuilder.DropTable(
                name: "units");

            migrationBuilder.DropTable(
                name: "criteria_sets");

            migrationBuilder.DropTable(
                name: "rounds");

            migrationBuilder.DropTable(
                name: "unit_groups");
        }
    }
}
