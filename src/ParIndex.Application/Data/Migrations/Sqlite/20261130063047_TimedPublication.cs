using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ParIndex.Application.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class TimedPublication : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "signer_post",
                table: "round_decisions",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "change_reason",
                table: "releases",
                type: "TEXT",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "signer_post",
                table: "releases",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "publication_plans",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    sequence = table.Column<long>(type: "INTEGER", nullable: true),
                    round_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    digest = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    opens_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    by = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_publication_plans", x => x.id);
                    table.ForeignKey(
                        name: "fk_publication_plans_rounds_round_id",
                        column: x => x.round_id,
                        principalTable: "rounds",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_publication_plans_staff_accounts_by",
                        column: x => x.by,
                        principalTable: "staff_accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "round_amendments",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    sequence = table.Column<long>(type: "INTEGER", nullable: true),
                    round_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    by = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_round_amendments", x => x.id);
                    table.ForeignKey(
                        name: "fk_round_amendments_rounds_round_id",
                        column: x => x.round_id,
                        principalTable: "rounds",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_round_amendments_staff_accounts_by",
                        column: x => x.by,
                        principalTable: "staff_accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "publication_holds",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    sequence = table.Column<long>(type: "INTEGER", nullable: true),
                    plan_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    by = table.Column<Guid>(type: "TEXT", nullable: true),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_publication_holds", x => x.id);
                    table.ForeignKey(
                        name: "fk_publication_holds_publication_plans_plan_id",
                        column: x => x.plan_id,
                        principalTable: "publication_plans",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_publication_holds_staff_accounts_by",
                        column: x => x.by,
                        principalTable: "staff_accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_publication_holds_by",
                table: "publication_holds",
                column: "by");

            migrationBuilder.CreateIndex(
                name: "ix_publication_holds_plan_id",
                table: "publication_holds",
                column: "plan_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_publication_holds_sequence",
                table: "publication_holds",
                column: "sequence",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_publication_plans_by",
                table: "publication_plans",
                column: "by");

            migrationBuilder.CreateIndex(
                name: "ix_publication_plans_round_id",
                table: "publication_plans",
                column: "round_id");

            migrationBuilder.CreateIndex(
                name: "ix_publication_plans_sequence",
                table: "publication_plans",
                column: "sequence",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_round_amendments_by",
                table: "round_amendments",
                column: "by");

            migrationBuilder.CreateIndex(
                name: "ix_round_amendments_round_id",
                table: "round_amendments",
                column: "round_id");

            migrationBuilder.CreateIndex(
                name: "ix_round_amendments_sequence",
                table: "round_amendments",
                column: "sequence",
                unique: true);

            ImmutableHistory.GuardLaterSqlite(migrationBuilder, ImmutableHistory.OfPublication);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            ImmutableHistory.ReleaseLaterSqlite(migrationBuilder);

            migrationBuilder.DropTable(
                name: "publication_holds");

            migrationBuilder.DropTable(
                name: "round_amendments");

            migrationBuilder.DropTable(
                name: "publication_plans");

            // A rebuilt table would lose its triggers, and those of others would miss it meanwhile.
            migrationBuilder.Sql("ALTER TABLE round_decisions DROP COLUMN signer_post;");

            migrationBuilder.Sql("ALTER TABLE releases DROP COLUMN change_reason;");

            migrationBuilder.Sql("ALTER TABLE releases DROP COLUMN signer_post;");
        }
    }
}
