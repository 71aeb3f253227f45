using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using MaskedVoicemail.Domain.Calls;
using MaskedVoicemail.Domain.Operations;
using MaskedVoicemail.Domain.Subscriptions;
using MaskedVoicemail.Domain.Voicemails;
using MaskedVoicemail.Simulator.Mail;
using MaskedVoicemail.Simulator.Webhooks;
using Microsoft.EntityFrameworkCore;

namespace MaskedVoicemail.Fault.Tests.Support;

/// <summary>Holds Twilio's ledger and SendGrid's mailbox against the program's books, its files and what it deleted at Twilio.</summary>
public sealed class Audit
{
    /// <summary>No commit takes longer after SendGrid's 202, on a slow machine.</summary>
    private static readonly TimeSpan LongestCommit = TimeSpan.FromSeconds(2);

    /// <summary>A request that was under way when its sender died arrives all the same.</summary>
    private static readonly TimeSpan LongestWay = TimeSpan.FromSeconds(0.5);

    private static readonly TimeSpan EnginesPatience = TimeSpan.FromMinutes(3);

    private readonly Cluster _cluster;
    private readonly IReadOnlyCollection<LedgerEntry> _ledger;
    private readonly Books _books;
    private readonly List<string> _complaints = [];

    private Audit(Cluster cluster, Books books)
    {
        _cluster = cluster;
        _ledger = cluster.Ledger;
        _books = books;
    }

    public int Calls => _ledger.Count;

    public int Messages { get; private set; }

    public int Acknowledged { get; private set; }

    /// <summary>Messages whose callback was cut off each time, and which the program has all the same.</summary>
    public int KeptUnacknowledged { get; private set; }

    public int Lost { get; private set; }

    public int Doubled { get; private set; }

    public int WrongAudio { get; private set; }

    public int MailsMissing { get; private set; }

    public int SecondMailsByInterruptions { get; private set; }

    public int SecondMailsOtherwise { get; private set; }

    public int QuotaDrift { get; private set; }

    public int Stuck { get; private set; }

    public int DeletedTooEarly { get; private set; }

    /// <summary>To be made when everything has settled.</summary>
    public static async Task<Audit> OfAsync(Cluster cluster)
    {
        var audit = new Audit(cluster, await cluster.ReadAsync(Books.ReadAsync));
        await audit.CheckMessagesAsync();
        audit.CheckMails();
        audit.CheckQuotas();
        audit.CheckStates();
        if (cluster.IsPostgreSql)
        {
            await audit.CheckEngineAsync();
        }

        return audit;
    }

    /// <summary>Waits until all has settled; then nothing may be wrong.</summary>
    public static async Task MustBeFlawlessAsync(Cluster cluster)
    {
        await Settled.WaitAsync(cluster);
        (await OfAsync(cluster)).MustBeFlawless();
    }

    public void MustBeFlawless(string figures = "") => Assert.True(_complaints is [], $"{figures}\n{string.Join('\n', _complaints.Take(50))}");

    private async Task CheckMessagesAsync()
    {
        var stored = _books.Voicemails.ToLookup(voicemail => voicemail.RecordingSid ?? "");
        var files = Directory.CreateDirectory(_cluster.Recordings).EnumerateFiles("*.audio", SearchOption.AllDirectories)
            .ToDictionary(file => Path.GetFileNameWithoutExtension(file.Name), file => file.FullName);
        var atTwilio = _cluster.Line.Account.Recordings.Select(recording => recording.Sid).ToHashSet();
        foreach (var entry in _ledger.Where(entry => entry.LeftMessage))
        {
            Messages++;
            var isAcknowledged = entry.Has(WebhookKind.RecordingStatusCallback);
            var rows = stored[entry.RecordingSid!].ToList();
            Acknowledged += isAcknowledged ? 1 : 0;
            KeptUnacknowledged += !isAcknowledged && rows.Count > 0 ? 1 : 0;
            if (isAcknowledged && rows.Count == 0)
            {
                Lost++;
                Complain($"{entry.RecordingSid} was acknowledged and is not there");
            }

            if (rows.Count > 1)
            {
                Doubled++;
                Complain($"{entry.RecordingSid} is there {rows.Count} times");
            }

            var isWhole = rows is [{ HasAudio: true } row] && files.TryGetValue(row.Id.ToString(), out var path)
                && await HashAsync(path) == entry.AudioSha256 && row.AudioSha256 == entry.AudioSha256;
            if (rows.Count > 0 && !isWhole)
            {
                WrongAudio++;
                Complain($"{entry.RecordingSid} is {rows[0].Status}, and its audio is not what the caller said");
            }

            if (!atTwilio.Contains(entry.RecordingSid!) && !isWhole)
            {
                DeletedTooEarly++;
                Complain($"{entry.RecordingSid} was deleted at Twilio and is not here");
            }

            if (entry is { Transcript: { } text } && entry.Has(WebhookKind.TranscribeCallback) && rows is [{ } transcribed] && transcribed.Transcript != text)
            {
                Complain($"{entry.RecordingSid} lacks its text: {transcribed.Transcription}");
            }
        }

        var known = _ledger.Select(entry => entry.RecordingSid).OfType<string>().ToHashSet();
        ComplainOfEach(_books.Voicemails.Where(row => row.RecordingSid is { } sid && !known.Contains(sid)), row => $"{row.RecordingSid} was never recorded");
    }

    private void CheckMails()
    {
        var announcements = _books.Notifications.ToDictionary(row => row.Id.ToString(), row => row.VoicemailId);
        var mails = _cluster.Line.Mail.All.ToLookup(mail => announcements.GetValueOrDefault(mail.CustomArgs.GetValueOrDefault("reference", "")));
        var owners = _ledger.ToDictionary(entry => entry.CallSid, entry => entry.Number.OwnerEmail);
        var calls = _books.Calls.ToDictionary(call => call.Id, call => call.Sid);
        ComplainOfEach(mails[default], mail => $"A mail to {mail.To[0]} announces nothing that is in the books");
        foreach (var voicemail in _books.Voicemails)
        {
            var sent = mails[voicemail.Id].OrderBy(mail => mail.At).ToList();
            if (voicemail.HasAudio && sent.Count == 0)
            {
                MailsMissing++;
                Complain($"{voicemail.RecordingSid} was never announced");
            }

            if (!voicemail.HasAudio && sent.Count > 0)
            {
                Complain($"A message that is {voicemail.Status} was announced");
            }

            ComplainOfEach(sent.Where(mail => mail.To[0] != owners[calls[voicemail.CallId]]), mail => $"{voicemail.RecordingSid} was announced to {mail.To[0]}");
            for (var i = 1; i < sent.Count; i++)
            {
                if (IsOfInterruption(sent[i - 1], sent[i].At))
                {
                    SecondMailsByInterruptions++;
                }
                else
                {
                    SecondMailsOtherwise++;
                    Complain($"{voicemail.RecordingSid} was announced again by {Sender(sent[i])} at {Time(sent[i].At)} after {Sender(sent[i - 1])} had done so at {Time(sent[i - 1].At)}");
                }
            }
        }
    }

    /// <summary>Whether the node to which SendGrid said 202 was interrupted before it could write that down.</summary>
    private bool IsOfInterruption(SentMail mail, DateTimeOffset next)
    {
        // Where the answer itself got lost, any node may have been the sender.
        var senders = _cluster.SenderOf(mail.MessageId) is { } sender ? [sender] : _cluster.Nodes;
        return senders.SelectMany(node => node.Interruptions).Any(at => at >= mail.At - LongestWay && at <= mail.At + LongestCommit && at <= next);
    }

    private void CheckQuotas()
    {
        foreach (var subscription in _books.Subscriptions)
        {
            var calls = _books.Calls.Count(call => call.SubscriptionId == subscription.Id && call.ForwardingUnit is QuotaUnit.Reserved or QuotaUnit.Charged);
            var messages = _books.Voicemails.Count(voicemail => voicemail.SubscriptionId == subscription.Id && voicemail.Unit is QuotaUnit.Charged);
            Compare("forwarded calls", subscription.ForwardingUsed, calls);
            Compare("messages", subscription.VoicemailsUsed, messages);

            void Compare(string what, int counted, int listed)
            {
                if (counted != listed)
                {
                    QuotaDrift += Math.Abs(counted - listed);
                    Complain($"{counted} {what} are counted, {listed} are in the books");
                }
            }
        }

        var rows = _books.Calls.ToDictionary(call => call.Sid);
        foreach (var entry in _ledger)
        {
            var unit = rows.GetValueOrDefault(entry.CallSid)?.ForwardingUnit;
            if (AllowedUnits(entry) is { } allowed && !allowed.Contains(unit))
            {
                QuotaDrift++;
                Complain($"The unit of call {entry.CallSid} is {unit?.ToString() ?? "not in the books"}, not {string.Join(" or ", allowed)}");
            }
        }
    }

    /// <returns>What may have become of the call's unit; null where the program was not told enough.</returns>
    private static QuotaUnit?[]? AllowedUnits(LedgerEntry entry)
    {
        if (!entry.Has(WebhookKind.Voice))
        {
            return null;
        }

        if (!entry.WasDialed)
        {
            // A call that was answered in an emergency is not in the books, or was entered too late for its answer.
            return entry.Has(WebhookKind.StatusCallback) ? [null, QuotaUnit.None, QuotaUnit.Returned] : [null, QuotaUnit.None, QuotaUnit.Returned, QuotaUnit.Reserved];
        }

        if (!entry.WasConnected && entry.Has(WebhookKind.StatusCallback))
        {
            return [QuotaUnit.Returned];
        }

        return entry.Has(WebhookKind.DialAction) && !entry.IsTroubled ? [entry.WasConnected ? QuotaUnit.Charged : QuotaUnit.Returned] : null;
    }

    private void CheckStates()
    {
        var voicemails = _books.Voicemails.ToDictionary(row => row.Id);
        var told = _ledger.ToDictionary(entry => entry.CallSid);
        var calls = _books.Calls.ToDictionary(call => call.Id, call => told.GetValueOrDefault(call.Sid));
        Stick(_books.Steps.Where(step => step.State is not StepState.Done && !AwaitsText(step)), step => $"{step.Kind} is {step.State} after {step.Attempts} attempts: {step.LastError}");

        // What a killed node or an answer given in an emergency left under way in the database may be committed after the report that there is no
        // recording. The comparison with Twilio closes that, ten minutes after the call.
        Stick(
            _books.Voicemails.Where(row => row.Status is VoicemailStatus.Expected
                && calls[row.CallId] is { IsTroubled: false } told && told.Has(WebhookKind.RecordingStatusCallback)),
            row => $"A message of call {row.CallId.Value} is expected for ever");
        Stick(
            _books.Calls.Where(call => call.EndedAt is null && calls[call.Id] is { } told && told.Has(WebhookKind.Voice) && told.Has(WebhookKind.StatusCallback)),
            call => $"Call {call.Sid} never ends");

        bool AwaitsText(BackgroundStep step) => step is { Kind: StepKind.ReleaseOriginal, State: StepState.Due, Attempts: 0 }
            && voicemails[step.VoicemailId] is { Transcription: TranscriptionStatus.Pending } waiting
            && calls[waiting.CallId]?.Has(WebhookKind.TranscribeCallback) is not true;
    }

    /// <summary>Within the time in which the engine finds its dead, it forgets what they were running and had laid hold of.</summary>
    private async Task CheckEngineAsync()
    {
        await using var db = _cluster.Open();
        var clock = Stopwatch.StartNew();
        List<string> remains;
        do
        {
            await Task.Delay(500, TestContext.Current.CancellationToken);
            remains =
            [
                .. await db.Database.SqlQueryRaw<string>(EngineState.Runs).ToListAsync(),
                .. await db.Database.SqlQueryRaw<string>(EngineState.Holds).ToListAsync(),
            ];
        }
        while (remains.Count > 0 && clock.Elapsed < EnginesPatience);

        Stick(remains, remain => $"The engine still {remain}");
    }

    private void Stick<T>(IEnumerable<T> rows, Func<T, string> describe)
    {
        foreach (var row in rows)
        {
            Stuck++;
            Complain(describe(row));
        }
    }

    private void ComplainOfEach<T>(IEnumerable<T> wrong, Func<T, string> describe) => _complaints.AddRange(wrong.Select(describe));

    private void Complain(string complaint) => _complaints.Add(complaint);

    private string Sender(SentMail mail) => _cluster.SenderOf(mail.MessageId)?.Name ?? "an unknown node";

    private static string Time(DateTimeOffset at) => at.ToString("HH:mm:ss.fff", CultureInfo.InvariantCulture);

    private static async Task<string> HashAsync(string path)
    {
        await using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(file));
    }
}
