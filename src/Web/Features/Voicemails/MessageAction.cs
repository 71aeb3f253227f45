using MaskedVoicemail.Application.Voicemails;
using Microsoft.Extensions.Localization;

namespace MaskedVoicemail.Web.Features.Voicemails;

/// <summary>A button beside a message.</summary>
/// <param name="Path">Posted to, behind the message's address.</param>
/// <param name="Look">Classes beyond those of every such button.</param>
public sealed record MessageAction(string Path, string Icon, string Name, string Look = "")
{
    /// <summary>What can be done with a message. A sealed one can't be heard, so it is neither new nor read.</summary>
    public static MessageAction[] Of(VoicemailFolder folder, bool isSealed, IStringLocalizer<VoicemailsText> text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return folder is VoicemailFolder.Deleted
            ? [new MessageAction("restore", "restore", text["Restore"])]
            :
            [
                .. isSealed
                    ? Array.Empty<MessageAction>()
                    :
                    [
                        new MessageAction("heard", "check", text["Mark as read"], " while-new"),
                        new MessageAction("new", "mail", text["Mark as new"], " while-heard"),
                    ],
                folder is VoicemailFolder.Archived
                    ? new MessageAction("inbox", "inbox", text["To the inbox"])
                    : new MessageAction("archive", "archive", text["Archive"]),
                new MessageAction("delete", "delete", text["Delete"]),
            ];
    }
}
