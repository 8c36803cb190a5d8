using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ParIndex.Application.Data.Migrations.Sqlite
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
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    previous = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    first = table.Column<long>(type: "INTEGER", nullable: false),
                    last = table.Column<long>(type: "INTEGER", nullable: false),
                    events = table.Column<long>(type: "INTEGER", nullable: false),
                    prints = table.Column<byte[]>(type: "BLOB", nullable: false),
                    seal = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    sealed_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_audit_seals", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "checkpoints",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    signature = table.Column<byte[]>(type: "BLOB", nullable: false),
                    public_key = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_checkpoints", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "release_bundles",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    release_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    content = table.Column<byte[]>(type: "BLOB", nullable: false)
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
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    release_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    year = table.Column<int>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    manifest = table.Column<string>(type: "TEXT", nullable: false),
                    seal = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    sealed_at = table.Column<DateTime>(type: "TEXT", nullable: false)
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

            ImmutableReleases.GuardSqliteSeals(migrationBuilder);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
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
