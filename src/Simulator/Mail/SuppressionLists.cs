using System.Collections.Concurrent;

namespace MaskedVoicemail.Simulator.Mail;

/// <summary>
/// SendGrid's lists of addresses to which it does not send: a mail to one of them is accepted like any other, and dropped.
/// </summary>
public sealed class SuppressionLists
{
    internal const string Bounces = "bounces";
    internal const string Blocks = "blocks";
    internal const string InvalidEmails = "invalid_emails";
    internal const string SpamReports = "spam_reports";

    private readonly ConcurrentDictionary<(string List, string Address), bool> _entries = new();

    internal static bool IsList(string name) => name is Bounces or Blocks or InvalidEmails or SpamReports;

    /// <returns>SendGrid's reason for dropping a mail to this address, or null.</returns>
    public string? ReasonToDrop(string address) => Has(Bounces, address) ? "Bounced Address"
        : Has(SpamReports, address) ? "Spam Reporting Address"
        : Has(InvalidEmails, address) ? "Invalid"
        : null;

    internal void Note(MailEvent mailEvent)
    {
        if (mailEvent.List is { } list)
        {
            _entries[(list, Key(mailEvent.Mail.To[0]))] = true;
        }
    }

    /// <returns>Whether it was there.</returns>
    internal bool Remove(string list, string address) => _entries.TryRemove((list, Key(address)), out _);

    private bool Has(string list, string address) => _entries.ContainsKey((list, Key(address)));

    private static string Key(string address) => address.ToUpperInvariant();
}
