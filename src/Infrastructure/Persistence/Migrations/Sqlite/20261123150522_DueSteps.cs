using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MaskedVoicemail.Infrastructure.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class DueSteps : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "IX_BackgroundSteps_Due",
                table: "BackgroundSteps",
                columns: new[] { "Kind", "DueAt" },
                filter: "\"State\" = 'Due'");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_BackgroundSteps_Due",
                table: "BackgroundSteps");
        }
    }
}
