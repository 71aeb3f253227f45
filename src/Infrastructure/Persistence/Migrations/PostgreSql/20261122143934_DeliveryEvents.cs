using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MaskedVoicemail.Infrastructure.Persistence.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class DeliveryEvents : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Delivery",
                table: "Notifications",
                type: "character varying(32)",
                maxLength: 32,
                nullable: false,
                defaultValue: "Unknown");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "DeliveryAt",
                table: "Notifications",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "DeliveryReason",
                table: "Notifications",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "SuppressedAddresses",
                columns: table => new
                {
                    Address = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false),
                    Reason = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    LiftedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SuppressedAddresses", x => x.Address);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Notifications_Delivery_Id",
                table: "Notifications",
                columns: new[] { "Delivery", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Notifications_Status_Id",
                table: "Notifications",
                columns: new[] { "Status", "Id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "SuppressedAddresses");

            migrationBuilder.DropIndex(
                name: "IX_Notifications_Delivery_Id",
                table: "Notifications");

            migrationBuilder.DropIndex(
                name: "IX_Notifications_Status_Id",
                table: "Notifications");

            migrationBuilder.DropColumn(
                name: "Delivery",
                table: "Notifications");

            migrationBuilder.DropColumn(
                name: "DeliveryAt",
                table: "Notifications");

            migrationBuilder.DropColumn(
                name: "DeliveryReason",
                table: "Notifications");
        }
    }
}
