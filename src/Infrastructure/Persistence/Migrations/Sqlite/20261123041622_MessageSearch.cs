using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MaskedVoicemail.Infrastructure.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
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
