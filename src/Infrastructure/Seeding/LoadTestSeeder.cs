using System.Data.Common;
using MaskedVoicemail.Application.Voicemails;
using MaskedVoicemail.Domain.Subscriptions;
using MaskedVoicemail.Domain.Voicemails;
using MaskedVoicemail.Infrastructure.Accounts;
using MaskedVoicemail.Infrastructure.Persistence;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace MaskedVoicemail.Infrastructure.Seeding;

/// <summary>
/// Writes load-test data: the same rows for the same request on the same day, over those of an earlier run. It removes nothing.
/// The rows are made inside the database, so that a million numbers take minutes.
/// </summary>
public sealed class LoadTestSeeder(
    AppDbContext db, SeedDialect sql, IRecordingStore recordings, IPasswordHasher<ApplicationUser> passwords, TimeProvider clock)
{
    /// <summary>Rows a transaction: others can write in between.</summary>
    private const int BatchSize = 10_000;

    private const int Year = 365;
    private const int CallSeconds = 40;

    public async Task SeedAsync(LoadTestData data, byte[] audio, IProgress<SeedProgress> progress, CancellationToken cancellationToken)
    {
        await db.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            await SeedNumbersAsync(data, progress, cancellationToken);
            if (data.Voicemails > 0)
            {
                await SeedVoicemailsAsync(data, audio, progress, cancellationToken);
            }

            await db.Database.ExecuteSqlRawAsync(sql.Analyze, cancellationToken);
        }
        catch (DbException exception) when (sql.IsDuplicate(exception))
        {
            throw new SeedConflictException(exception);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    private async Task SeedNumbersAsync(LoadTestData data, IProgress<SeedProgress> progress, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var today = Today();
        Dictionary<string, object> values = new(StringComparer.Ordinal)
        {
            ["now"] = now,
            ["today"] = today,
            ["monthFromNow"] = now.AddMonths(1),
            ["monthFromToday"] = today.AddMonths(1),
            ["yearAgo"] = today.AddDays(-Year),
            ["forwardingQuota"] = data.ForwardingQuota,
            ["voicemailQuota"] = data.VoicemailQuota,
            ["status"] = (data.IsActive ? SubscriptionStatus.Active : SubscriptionStatus.Inactive).ToString(),
            ["isForwarding"] = data.IsForwarding,
            ["passwordHash"] = passwords.HashPassword(new ApplicationUser(), LoadTestData.Password),
        };
        await ExecuteAsync([NumberStatements.Plan(sql)], values, cancellationToken);
        await ExecuteInBatchesAsync(NumberStatements.All(sql), values, data.From, data.Numbers, "numbers", progress, cancellationToken);
    }

    private async Task SeedVoicemailsAsync(LoadTestData data, byte[] audio, IProgress<SeedProgress> progress, CancellationToken cancellationToken)
    {
        // The files first: a message that is shown can be heard.
        var stored = await StoreAudioAsync(data, audio, progress, cancellationToken);
        Dictionary<string, object> values = new(StringComparer.Ordinal)
        {
            ["number"] = data.From,
            ["count"] = data.Voicemails,
            ["yearAgo"] = Today().AddDays(-Year),
            ["interval"] = TimeSpan.FromDays(Year) / data.Voicemails,
            ["callDuration"] = TimeSpan.FromSeconds(CallSeconds),
            ["callSeconds"] = CallSeconds,
            ["audioSeconds"] = (int)Math.Round(stored.Duration?.TotalSeconds ?? 0),
            ["audioContentType"] = stored.ContentType,
            ["audioLength"] = stored.Length,
            ["audioSha256"] = stored.Sha256,
        };
        await ExecuteInBatchesAsync(VoicemailStatements.All(sql), values, 0, data.Voicemails, "voicemails", progress, cancellationToken);
    }

    private async Task<StoredAudio> StoreAudioAsync(LoadTestData data, byte[] audio, IProgress<SeedProgress> progress, CancellationToken cancellationToken)
    {
        StoredAudio? stored = null;
        for (var index = 0; index < data.Voicemails; index++)
        {
            if (index % BatchSize == 0)
            {
                // A file of its own for each batch: a file system allows a file no more than some ten thousand names.
                await using var media = new RecordingMedia(new MemoryStream(audio, writable: false), audio.Length);
                stored = await recordings.SaveAsync(VoicemailOf(data, index), media, cancellationToken);
                progress.Report(new SeedProgress("recordings", index, data.Voicemails));
            }
            else
            {
                await recordings.CopyAsync(VoicemailOf(data, index - (index % BatchSize)), VoicemailOf(data, index), cancellationToken);
            }
        }

        return stored ?? throw new InvalidOperationException("There are no voicemails to store audio for.");
    }

    private async Task ExecuteInBatchesAsync(
        IEnumerable<SeedStatement> statements,
        Dictionary<string, object> values,
        int from,
        int count,
        string what,
        IProgress<SeedProgress> progress,
        CancellationToken cancellationToken)
    {
        var texts = statements.ToList();
        for (var done = 0; done < count;)
        {
            var batch = Math.Min(BatchSize, count - done);
            values["first"] = from + done;
            values["last"] = from + done + batch - 1;
            await ExecuteAsync(texts, values, cancellationToken);
            done += batch;
            progress.Report(new SeedProgress(what, done, count));
        }
    }

    private async Task ExecuteAsync(IEnumerable<SeedStatement> statements, Dictionary<string, object> values, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        foreach (var statement in statements)
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.Transaction = transaction.GetDbTransaction();
            command.CommandText = statement.ToString();
            command.CommandTimeout = 0;
            foreach (var (name, value) in values)
            {
                var parameter = command.CreateParameter();
                parameter.ParameterName = name;
                parameter.Value = sql.ToParameter(value);
                command.Parameters.Add(parameter);
            }

            await command.ExecuteNonQueryAsync(cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>Times are relative to the day, so that a run on the same day makes the same rows.</summary>
    private DateTimeOffset Today() => new(clock.GetUtcNow().UtcDateTime.Date, TimeSpan.Zero);

    private static VoicemailId VoicemailOf(LoadTestData data, int index) => new(SeedId.Of(SeedKind.Call, data.From, index));
}
