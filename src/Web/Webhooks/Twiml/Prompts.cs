using MaskedVoicemail.Domain.Common;

namespace MaskedVoicemail.Web.Webhooks.Twiml;

/// <summary>What callers hear in one language. Nobody ever hears of billing, quotas or errors.</summary>
/// <param name="SpeechLanguage">Twilio's language code.</param>
/// <param name="Voice">A voice of that language.</param>
/// <param name="Greeting">Before the tone, where the owner has set no words of their own.</param>
/// <param name="Thanks">After the message.</param>
/// <param name="NothingRecorded">When the caller said nothing.</param>
/// <param name="Unavailable">When the number takes no calls.</param>
/// <param name="Apology">When something failed here and there is nothing more to do.</param>
/// <param name="EmergencyGreeting">Before the tone, when something failed here.</param>
/// <param name="Screening">Said to the owner, who decides whether to take the call.</param>
public sealed record Prompts(
    string SpeechLanguage,
    string Voice,
    string Greeting,
    string Thanks,
    string NothingRecorded,
    string Unavailable,
    string Apology,
    string EmergencyGreeting,
    string Screening)
{
    public static Prompts English { get; } = new(
        "en-US",
        "Polly.Joanna",
        "Nobody can take your call right now. Please leave a message after the tone.",
        "Thank you for your message. Goodbye.",
        "We did not receive a message. Goodbye.",
        "This number can't be reached at the moment. Goodbye.",
        "We are sorry, something went wrong. Please call again in a few minutes.",
        "We are sorry, your call can't be put through right now. Please leave a message after the tone.",
        "A call to your masked number. To take it, press 1.");

    public static Prompts Chinese { get; } = new(
        "cmn-CN",
        "Polly.Zhiyu",
        "您拨打的用户暂时无法接听电话，请在提示音后留言。",
        "感谢您的留言，再见。",
        "没有收到您的留言，再见。",
        "您拨打的号码暂时无法接通，再见。",
        "抱歉，系统出现了问题，请过几分钟再拨。",
        "抱歉，您的电话暂时无法接通，请在提示音后留言。",
        "您的隐私号码有来电，接听请按 1。");

    /// <summary>For callers of a number whose language is not known.</summary>
    public static IReadOnlyList<Prompts> All { get; } = [English, Chinese];

    public static Prompts In(Language language) => language is Language.Chinese ? Chinese : English;
}
