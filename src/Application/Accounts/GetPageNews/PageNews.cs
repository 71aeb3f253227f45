namespace MaskedVoicemail.Application.Accounts.GetPageNews;

/// <param name="NewVoicemails">How many messages of the inbox nobody has listened to yet, counted up to one more than <see cref="MostCounted"/>.</param>
/// <param name="HasMailTrouble">An address of the reader's gets no mail, because it comes back.</param>
public sealed record PageNews(int NewVoicemails, bool HasMailTrouble)
{
    /// <summary>Nobody reads a larger number exactly, and counting a full mailbox on every page would take its time.</summary>
    public const int MostCounted = 99;
}
