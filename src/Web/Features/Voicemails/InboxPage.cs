using MaskedVoicemail.Application.Voicemails;
using MaskedVoicemail.Web.Features.Shared;
using MaskedVoicemail.Web.Hosting;
using MaskedVoicemail.Web.Localization;
using Microsoft.Extensions.Localization;

namespace MaskedVoicemail.Web.Features.Voicemails;

/// <summary>Makes the inbox of a list of messages, and says what to do where there are none.</summary>
public sealed class InboxPage(IStringLocalizer<VoicemailsText> text, TimeProvider clock, IConfiguration configuration, IHostEnvironment environment)
{
    public InboxViewModel Show(InboxFilter filter, VoicemailList list)
    {
        ArgumentNullException.ThrowIfNull(filter);
        ArgumentNullException.ThrowIfNull(list);
        var now = clock.GetUtcNow();
        return new InboxViewModel(
            filter,
            [.. list.Page.Items.Select(item => new VoicemailRow(item, list.Numbers.Count > 1, now))],
            list.Numbers,
            PageTurns.PagerOf(list.Page, filter.Url),
            list.Page.Items.Count > 0 ? null : WhyEmpty(filter, list.Numbers),
            list.News);
    }

    private EmptyState WhyEmpty(InboxFilter filter, IReadOnlyList<MailboxNumber> numbers) => filter switch
    {
        { Search: not null } or { Number: not null } => new EmptyState(
            "search",
            text["Nothing found"],
            text["No message here matches. Try fewer words, or part of the number."],
            text["Show all messages"],
            InboxFilter.UrlOf(filter.ShownFolder)),
        { ShownFolder: VoicemailFolder.Archived } => new EmptyState(
            "archive", text["The archive is empty"], text["Archived messages leave the inbox and are kept here."], text["To the inbox"], PortalNavigation.Inbox),
        { ShownFolder: VoicemailFolder.Deleted } => new EmptyState(
            "delete", text["Nothing was deleted"], text["Deleted messages stay here for 30 days, in case you want one back."], text["To the inbox"], PortalNavigation.Inbox),
        _ when numbers.Count == 0 => new EmptyState(
            "numbers", text["You have no number yet"], text["An administrator assigns your masked number. What callers say to it will be here, to hear and to read."]),
        _ => NoMessageYet(PhoneDisplay.Format(numbers[0].Number)),
    };

    private EmptyState NoMessageYet(string number)
    {
        var title = text["No messages yet"];
        var how = text["Call {0}, do not answer, and speak after the tone. Your message is here seconds later.", number];
        return SimulatedLine.IsOn(configuration, environment)
            ? new EmptyState("voicemail", title, how, text["Call it on the simulated line"], "/simulator")
            : new EmptyState("voicemail", title, how, text["See how calls are forwarded"], "/settings");
    }
}
