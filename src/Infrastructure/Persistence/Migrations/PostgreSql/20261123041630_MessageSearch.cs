using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MaskedVoicemail.Infrastructure.Persistence.Migrations.PostgreSql
{
    /// <summary>
    /// An index for parts of words, on just the expression by which messages are searched (SearchVoicemailsQueryHandler). EF Core has no words for an
    /// index on an expression. Where it is there already, because an operator made it beforehand without stopping the service, it stays.
    /// </summary>
    public partial class MessageSearch : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Voicemails_New",
                table: "Voicemails");

            migrationBuilder.CreateIndex(
                name: "IX_Voicemails_New",
                table: "Voicemails",
                columns: new[] { "OwnerId", "ReceivedAt", "Id" },
                filter: "NOT \"IsSealed\" AND \"HeardAt\" IS NULL AND \"ArchivedAt\" IS NULL AND \"DeletedAt\" IS NULL AND \"Status\" IN ('Recorded', 'Stored', 'Ready', 'Failed')");

            migrationBuilder.Sql("CREATE EXTENSION IF NOT EXISTS pg_trgm");
            migrationBuilder.Sql(
                """
                CREATE INDEX IF NOT EXISTS "IX_Voicemails_Search" ON "Voicemails" USING gin (
                    lower("Caller"::text || ' ' || COALESCE("CallerName", '') || ' ' || CASE
                        WHEN "IsSealed" THEN ''
                        ELSE COALESCE("Transcript", '')
                    END) gin_trgm_ops)
                WHERE "Status" IN ('Recorded', 'Stored', 'Ready', 'Failed')
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            // The extension stays: others may use it.
            migrationBuilder.Sql("DROP INDEX \"IX_Voicemails_Search\"");

            migrationBuilder.DropIndex(
                name: "IX_Voicemails_New",
                table: "Voicemails");

            migrationBuilder.CreateIndex(
                name: "IX_Voicemails_New",
                table: "Voicemails",
                columns: new[] { "OwnerId", "ReceivedAt", "Id" },
                filter: "\"HeardAt\" IS NULL AND \"ArchivedAt\" IS NULL AND \"DeletedAt\" IS NULL AND \"Status\" IN ('Recorded', 'Stored', 'Ready', 'Failed')");
        }
    }
}
