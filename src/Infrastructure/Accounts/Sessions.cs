using MaskedVoicemail.Infrastructure.Persistence;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace MaskedVoicemail.Infrastructure.Accounts;

/// <summary>
/// Gives each session a name, so that signing out ends it for every copy of its cookie and on every node, and leaves the account's other
/// sessions alone. The name travels in the cookie and stays the same when the cookie is renewed.
/// </summary>
public sealed class Sessions(AppDbContext db, IOptionsMonitor<CookieAuthenticationOptions> cookies, TimeProvider clock)
{
    private const string Name = "session";

    public static void EnsureName(AuthenticationProperties properties)
    {
        ArgumentNullException.ThrowIfNull(properties);
        properties.Items.TryAdd(Name, Guid.NewGuid().ToString("N"));
    }

    public async Task EndAsync(AuthenticationProperties? properties, CancellationToken cancellationToken)
    {
        if (NameOf(properties) is { } id)
        {
            var until = db.ToStored(clock.GetUtcNow() + cookies.Get(IdentityConstants.ApplicationScheme).ExpireTimeSpan);
            await db.Database.ExecuteSqlAsync(
                $"""INSERT INTO "EndedSessions" ("Id", "Until") VALUES ({id}, {until}) ON CONFLICT ("Id") DO NOTHING""", cancellationToken);
        }
    }

    public async Task<bool> HasEndedAsync(AuthenticationProperties properties, CancellationToken cancellationToken) =>
        NameOf(properties) is { } id && await db.Set<EndedSession>().AnyAsync(session => session.Id == id, cancellationToken);

    private static string? NameOf(AuthenticationProperties? properties) =>
        properties is not null && properties.Items.TryGetValue(Name, out var id) && id is { Length: EndedSession.IdMaxLength } ? id : null;
}
