using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace MaskedVoicemail.Infrastructure.Persistence;

/// <summary>Failures of the database in one line for operators. Drivers name server, database and user in their messages, never the password.</summary>
public static class DatabaseFailure
{
    public static bool Is(Exception exception) =>
        exception is DbException or IOException or TimeoutException or UnauthorizedAccessException or System.Net.Sockets.SocketException

        // EF Core wraps what the driver said.
        || (exception is InvalidOperationException or DbUpdateException && exception.InnerException is { } inner && Is(inner));

    public static string Describe(Exception exception)
    {
        var cause = exception.GetBaseException();
        var reason = exception is PostgresException or { InnerException: null } || cause.Message == exception.Message
            ? exception.Message
            : $"{exception.Message.TrimEnd('.')} ({cause.Message.TrimEnd('.')})";
        return reason.ReplaceLineEndings(" ").Trim();
    }

    internal static DatabaseUnavailableException Unavailable(Exception exception) =>
        new($"ConnectionStrings:Default: the database can't be used: {Describe(exception)}", exception);
}
