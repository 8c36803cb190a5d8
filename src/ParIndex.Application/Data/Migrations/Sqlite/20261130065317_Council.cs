using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ParIndex.Application.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Council : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "council_meetings",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    sequence = table.Column<long>(type: "INTEGER", nullable: true),
                    round_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    form = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    held_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    place = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    presider_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    secretary_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    secretary = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    seats = table.Column<string>(type: "TEXT", nullable: false),
                    rules = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    by = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_council_meetings", x => x.id);
                    table.ForeignKey(
                        name: "fk_council_meetings_rounds_round_id",
                        column: x => x.round_id,
                        principalTable: "rounds",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_council_meetings_staff_accounts_by",
                        column: x => x.by,
                        principalTable: "staff_accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_council_meetings_staff_accounts_presider_id",
                        column: x => x.presider_id,
                        principalTable: "staff_accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_council_meetings_staff_accounts_secretary_id",
                        column: x => x.secretary_id,
                        principalTable: "staff_accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "council_items",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    sequence = table.Column<long>(type: "INTEGER", nullable: true),
                    meeting_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    scorecard_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    criterion_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    own_points = table.Column<decimal>(type: "TEXT", precision: 9, scale: 4, nullable: false),
                    counting_points = table.Column<decimal>(type: "TEXT", precision: 9, scale: 4, nullable: false),
                    proposed_points = table.Column<decimal>(type: "TEXT", precision: 9, scale: 4, nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    by = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_council_items", x => x.id);
                    table.ForeignKey(
                        name: "fk_council_items_council_meetings_meeting_id",
                        column: x => x.meeting_id,
                        principalTable: "council_meetings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_council_items_criteria_criterion_id",
                        column: x => x.criterion_id,
                        principalTable: "criteria",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_council_items_scorecards_scorecard_id",
                        column: x => x.scorecard_id,
                        principalTable: "scorecards",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_council_items_staff_accounts_by",
                        column: x => x.by,
                        principalTable: "staff_accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "council_outcomes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    sequence = table.Column<long>(type: "INTEGER", nullable: true),
                    item_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    carried = table.Column<bool>(type: "INTEGER", nullable: false),
                    members = table.Column<int>(type: "INTEGER", nullable: false),
                    @for = table.Column<int>(name: "for", type: "INTEGER", nullable: false),
                    against = table.Column<int>(type: "INTEGER", nullable: false),
                    abstained = table.Column<int>(type: "INTEGER", nullable: false),
                    by = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_council_outcomes", x => x.id);
                    table.ForeignKey(
                        name: "fk_council_outcomes_council_items_item_id",
                        column: x => x.item_id,
                        principalTable: "council_items",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_council_outcomes_staff_accounts_by",
                        column: x => x.by,
                        principalTable: "staff_accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "council_votes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    sequence = table.Column<long>(type: "INTEGER", nullable: true),
                    item_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    voice = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    is_written = table.Column<bool>(type: "INTEGER", nullable: false),
                    by = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_council_votes", x => x.id);
                    table.ForeignKey(
                        name: "fk_council_votes_council_items_item_id",
                        column: x => x.item_id,
                        principalTable: "council_items",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_council_votes_staff_accounts_by",
                        column: x => x.by,
                        principalTable: "staff_accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_council_items_by",
                table: "council_items",
                column: "by");

            migrationBuilder.CreateIndex(
                name: "ix_council_items_criterion_id",
                table: "council_items",
                column: "criterion_id");

            migrationBuilder.CreateIndex(
                name: "ix_council_items_meeting_id",
                table: "council_items",
                column: "meeting_id");

            migrationBuilder.CreateIndex(
                name: "ix_council_items_scorecard_id",
                table: "council_items",
                column: "scorecard_id");

            migrationBuilder.CreateIndex(
                name: "ix_council_items_sequence",
                table: "council_items",
                column: "sequence",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_council_meetings_by",
                table: "council_meetings",
                column: "by");

            migrationBuilder.CreateIndex(
                name: "ix_council_meetings_presider_id",
                table: "council_meetings",
                column: "presider_id");

            migrationBuilder.CreateIndex(
                name: "ix_council_meetings_round_id",
                table: "council_meetings",
                column: "round_id");

            migrationBuilder.CreateIndex(
                name: "ix_council_meetings_secretary_id",
                table: "council_meetings",
                column: "secretary_id");

            migrationBuilder.CreateIndex(
                name: "ix_council_meetings_sequence",
                table: "council_meetings",
                column: "sequence",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_council_outcomes_by",
                table: "council_outcomes",
                column: "by");

            migrationBuilder.CreateIndex(
                name: "ix_council_outcomes_item_id",
                table: "council_outcomes",
                column: "item_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_council_outcomes_sequence",
                table: "council_outcomes",
                column: "sequence",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_council_votes_by",
                table: "council_votes",
                column: "by");

            migrationBuilder.CreateIndex(
                name: "ix_council_votes_item_id",
                table: "council_votes",
                column: "item_id");

            migrationBuilder.CreateIndex(
                name: "ix_council_votes_sequence",
                table: "council_votes",
                column: "sequence",
                unique: true);

            ImmutableHistory.GuardLaterSqlite(migrationBuilder, ImmutableHistory.OfCouncil, ImmutableHistory.OfPublication);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            ImmutableHistory.ReleaseLaterSqlite(migrationBuilder, ImmutableHistory.OfPublication);

            migrationBuilder.DropTable(
                name: "council_outcomes");

            migrationBuilder.DropTable(
                name: "council_votes");

            migrationBuilder.DropTable(
                name: "council_items");

            migrationBuilder.DropTable(
                name: "council_meetings");
        }
    }
}
