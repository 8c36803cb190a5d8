using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ParIndex.Application.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Seals : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "audit_seals",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    previous = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    first = table.Column<long>(type: "bigint", nullable: false),
                    last = table.Column<long>(type: "bigint", nullable: false),
                    events = table.Column<long>(type: "bigint", nullable: false),
                    prints = table.Column<byte[]>(type: "bytea", nullable: false),
                    seal = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    sealed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_audit_seals", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "checkpoints",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    text = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    signature = table.Column<byte[]>(type: "bytea", nullable: false),
                    public_key = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_checkpoints", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "release_bundles",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    release_id = table.Column<Guid>(type: "uuid", nullable: false),
                    content = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_release_bundles", x => x.id);
                    table.ForeignKey(
                        name: "fk_release_bundles_releases_release_id",
                        column: x => x.release_id,
                        principalTable: "releases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "release_seals",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    release_id = table.Column<Guid>(type: "uuid", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    manifest = table.Column<string>(type: "text", nullable: false),
                    seal = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    sealed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_release_seals", x => x.id);
                    table.ForeignKey(
                        name: "fk_release_seals_releases_release_id",
                        column: x => x.release_id,
                        principalTable: "releases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_audit_seals_number",
                table: "audit_seals",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_checkpoints_number",
                table: "checkpoints",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_release_bundles_release_id",
                table: "release_bundles",
                column: "release_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_release_seals_number",
                table: "release_seals",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_release_seals_release_id",
                table: "release_seals",
                column: "release_id",
                unique: true);

            ImmutableReleases.GuardPostgresSeals(migrationBuilder);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            ImmutableReleases.ReleasePostgresSeals(migrationBuilder);

            migrationBuilder.DropTable(
                name: "audit_seals");

            migrationBuilder.DropTable(
                name: "checkpoints");

            migrationBuilder.DropTable(
                name: "release_bundles");

            migrationBuilder.DropTable(
                name: "release_seals");
        }
    }
}
