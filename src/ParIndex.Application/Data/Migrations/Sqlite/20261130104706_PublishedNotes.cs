using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ParIndex.Application.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class PublishedNotes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "publishes_notes",
                table: "round_groups",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "note",
                table: "release_scores",
                type: "TEXT",
                maxLength: 2000,
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            // In place: the provider would build the tables anew, and their triggers with them.
            foreach (var (table, column) in new[] { ("round_groups", "publishes_notes"), ("release_scores", "note") })
            {
                migrationBuilder.Sql($"ALTER TABLE {table} DROP COLUMN {column};");
            }
        }
    }
}
