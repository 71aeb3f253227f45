using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MaskedVoicemail.Infrastructure.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Reliability : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "PeriodStart",
                table: "Voicemails",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "LeasedUntil",
                table: "BackgroundSteps",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Run",
                table: "BackgroundSteps",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            // Messages of the present period: the ledger begins complete.
            migrationBuilder.Sql(
                """
                UPDATE "Voicemails" SET "PeriodStart" = (
                    SELECT s."PeriodStart" FROM "Subscriptions" s
                    WHERE s."Id" = "Voicemails"."SubscriptionId" AND "Voicemails"."RecordedAt" >= s."PeriodStart")
                WHERE "Unit" = 'Charged'
                """);

            migrationBuilder.CreateTable(
                name: "SweepMarks",
                columns: table => new
                {
                    Name = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    SeenUntil = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SweepMarks", x => x.Name);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Voicemails_Expected",
                table: "Voicemails",
                column: "ReceivedAt",
                filter: "\"Status\" = 'Expected'");

            migrationBuilder.CreateIndex(
                name: "IX_Calls_InProgress",
                table: "Calls",
                column: "StartedAt",
                filter: "\"Outcome\" = 'InProgress'");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "SweepMarks");

            migrationBuilder.DropIndex(
                name: "IX_Voicemails_Expected",
                table: "Voicemails");

            migrationBuilder.DropIndex(
                name: "IX_Calls_InProgress",
                table: "Calls");

            migrationBuilder.DropColumn(
                name: "PeriodStart",
                table: "Voicemails");

            migrationBuilder.DropColumn(
                name: "LeasedUntil",
                table: "BackgroundSteps");

            migrationBuilder.DropColumn(
                name: "Run",
                table: "BackgroundSteps");
        }
    }
}
