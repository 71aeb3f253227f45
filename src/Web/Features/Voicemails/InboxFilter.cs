using System.Text;
using MaskedVoicemail.Application.Common;
using MaskedVoicemail.Application.Voicemails;
using MaskedVoicemail.Domain.Numbers;
using MaskedVoicemail.Web.Features.Shared;
using Microsoft.AspNetCore.Http.Extensions;

namespace MaskedVoicemail.Web.Features.Voicemails;

/// <summary>Which part of the inbox is shown: the page's query string.</summary>
public sealed record InboxFilter
{
    public const int SearchMaxLength = 100;

    public string? Folder { get; init; }

    public Guid? Number { get; init; }

    public string? Q { get; init; }

    public string? Before { get; init; }

    public string? After { get; init; }

    public VoicemailFolder ShownFolder => Folder switch
    {
        "archived" => VoicemailFolder.Archived,
        "deleted" => VoicemailFolder.Deleted,
        _ => VoicemailFolder.Inbox,
    };

    public MaskedNumberId? ShownNumber => Number is { } id ? new MaskedNumberId(id) : null;

    /// <summary>What is searched for. PostgreSQL takes no NUL and no half of a surrogate pair, which anybody can write into an address.</summary>
    public string? Search => Q is null
        ? null
        : string.Concat(Q.EnumerateRunes().Where(rune => !Rune.IsControl(rune)).Take(SearchMaxLength)).Trim() is { Length: > 0 } search ? search : null;

    public PageTurn? Turn => PageTurns.Read(Before, After);

    public static InboxFilter Read(IQueryCollection query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return new InboxFilter
        {
            Folder = query["folder"],
            Number = Guid.TryParse(query["number"], out var number) ? number : null,
            Q = query["q"],
            Before = query["before"],
            After = query["after"],
        };
    }

    /// <summary>The address of this part of the inbox, from its first page on or from elsewhere.</summary>
    public string Url(PageTurn? turn = null)
    {
        var query = new QueryBuilder();
        if (ShownFolder is not VoicemailFolder.Inbox)
        {
            query.Add("folder", NameOf(ShownFolder));
        }

        if (Number is { } number)
        {
            query.Add("number", number.ToString());
        }

        if (Search is { } search)
        {
            query.Add("q", search);
        }

        PageTurns.Write(turn, query);
        return PortalNavigation.Inbox + query;
    }

    public static string UrlOf(VoicemailFolder folder) => new InboxFilter { Folder = NameOf(folder) }.Url();

    private static string NameOf(VoicemailFolder folder) => folder switch
    {
        VoicemailFolder.Archived => "archived",
        VoicemailFolder.Deleted => "deleted",
        _ => "inbox",
    };
}
