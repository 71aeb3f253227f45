using System.Collections.Concurrent;

namespace MaskedVoicemail.Simulator.Mail;

/// <summary>All mail that the stand-in accepted.</summary>
public sealed class SentMailbox
{
    private readonly ConcurrentQueue<SentMail> _mails = new();

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<SentMail> All => [.. _mails];

    public IReadOnlyList<SentMail> To(string address) =>
        [.. _mails.Where(mail => mail.To.Contains(address, StringComparer.OrdinalIgnoreCase))];

    public void Clear() => _mails.Clear();

    internal void Add(SentMail mail) => _mails.Enqueue(mail);
}
