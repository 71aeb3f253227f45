using MaskedVoicemail.Domain.Accounts;
using MaskedVoicemail.Domain.Calls;
using MaskedVoicemail.Domain.Numbers;
using MaskedVoicemail.Domain.Voicemails;

namespace MaskedVoicemail.Application.Notifications;

/// <summary>Tells an owner of a message, in the owner's language and time zone.</summary>
internal sealed record NewVoicemailEmail
{
    /// <summary>A longer text is read in the portal.</summary>
    private const int LongestTranscript = 3_000;
    private const int LongestName = 80;

    public required Wording Words { get; init; }

    public required Caller Caller { get; init; }

    public required string? CallerName { get; init; }

    public required PhoneNumber Number { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    public required string TimeZone { get; init; }

    public required int? DurationSeconds { get; init; }

    public required TranscriptionStatus Transcription { get; init; }

    public required string? Transcript { get; init; }

    /// <summary>It came over quota: nothing of what was said is told.</summary>
    public required bool IsSealed { get; init; }

    /// <summary>Its audio could not be fetched.</summary>
    public required bool IsLost { get; init; }

    public required string Link { get; init; }

    public static NewVoicemailEmail Of(Voicemail voicemail, PhoneNumber number, Subscriber owner, string link) => new()
    {
        Words = new Wording(owner.Language),
        Caller = voicemail.Caller,
        CallerName = voicemail.CallerName,
        Number = number,
        ReceivedAt = voicemail.ReceivedAt,
        TimeZone = owner.TimeZone,
        DurationSeconds = voicemail.DurationSeconds,
        Transcription = voicemail.Transcription,
        Transcript = voicemail.Transcript,
        IsSealed = voicemail.IsSealed,
        IsLost = voicemail.Status is VoicemailStatus.Failed,
        Link = link,
    };

    public EmailMessage To(string recipient, string reference)
    {
        var letter = new Letter(Words, Subject()).Paragraph(Opening()).Facts(
            (Words.Of("Caller", "来电者"), CallerText()),
            (Words.Of("Name", "姓名"), StrangersText.OneLine(CallerName, LongestName)),
            (Words.Of("Number called", "被叫号码"), Number.ToReadable()),
            (Words.Of("Time", "时间"), Words.Time(ReceivedAt, TimeZone)),
            (Words.Of("Length", "时长"), DurationSeconds is { } seconds ? Wording.Duration(seconds) : null));
        if (!IsSealed)
        {
            AddTranscript(letter);
        }

        return letter.Button(ButtonLabel(), Link).To(recipient, reference);
    }

    private string Subject() => (IsLost, IsSealed, Caller.Kind is CallerKind.Withheld) switch
    {
        (true, _, true) => Words.Of("A voicemail from a withheld number could not be saved", "一条隐藏号码的语音留言未能保存"),
        (true, _, false) => Words.Of($"A voicemail from {CallerText()} could not be saved", $"{CallerText()} 的语音留言未能保存"),
        (_, true, true) => Words.Of("Sealed voicemail from a withheld number", "隐藏号码的语音留言（已封存）"),
        (_, true, false) => Words.Of($"Sealed voicemail from {CallerText()}", $"{CallerText()} 的语音留言（已封存）"),
        (_, _, true) => Words.Of("New voicemail from a withheld number", "隐藏号码的新语音留言"),
        _ => Words.Of($"New voicemail from {CallerText()}", $"{CallerText()} 的新语音留言"),
    };

    private string CallerText() => Caller switch
    {
        { Number: { } number } => number.ToReadable(),
        { Kind: CallerKind.Withheld } => Words.Of("withheld number", "号码已隐藏"),
        _ => StrangersText.OneLine(Caller.Raw, LongestName),
    };

    private string Opening() => (IsLost, IsSealed) switch
    {
        (true, _) => Words.Of(
            "Somebody left you a message, but its recording could not be fetched from the telephone network. We are looking into it; you may want to call back.",
            "有人给您留了言，但我们未能从电话网络取得录音。我们正在排查，建议您先回电。"),
        (_, true) => Words.Of(
            "Somebody left you a message beyond your plan's quota. It is kept safe and waits sealed: it opens by itself as soon as quota returns.",
            "有人给您留了言，但套餐的语音留言额度已用完。这条留言已妥善封存，额度恢复后会自动开启。"),
        _ => Words.Of("Somebody left you a message.", "有人给您留了言。"),
    };

    private string ButtonLabel() => IsLost || IsSealed ? Words.Of("Open in the portal", "在网站上查看") : Words.Of("Listen to the message", "收听留言");

    private void AddTranscript(Letter letter)
    {
        if (Transcription is TranscriptionStatus.Completed && !string.IsNullOrWhiteSpace(Transcript))
        {
            letter.Quote(Words.Of("What was said, written out by a machine:", "留言内容（机器转写）："), StrangersText.Lines(Transcript, LongestTranscript));
        }
        else if (Transcription is TranscriptionStatus.Pending && !IsLost)
        {
            letter.Note(Words.Of(
                "The text was not ready in time for this e-mail. It appears in the portal as soon as it is.",
                "发送本邮件时转写尚未完成，完成后可在网站上查看。"));
        }
        else if (Transcription is TranscriptionStatus.Failed)
        {
            letter.Note(Words.Of("This message could not be written out as text.", "这条留言未能转写成文字。"));
        }
    }
}
