using MaskedVoicemail.Application.Common;
using MaskedVoicemail.Domain.Calls;
using MaskedVoicemail.Web.Features.Shared;
using Microsoft.AspNetCore.Http.Extensions;

namespace MaskedVoicemail.Web.Features.Calls;

/// <summary>Which part of the call log is shown: the page's query string.</summary>
public sealed record CallsFilter
{
    public string? Outcome { get; init; }

    public string? Before { get; init; }

    public string? After { get; init; }

    public CallOutcome? ShownOutcome => Outcome switch
    {
        "answered" => CallOutcome.Answered,
        "missed" => CallOutcome.Missed,
        "refused" => CallOutcome.Refused,
        _ => null,
    };

    public PageTurn? Turn => PageTurns.Read(Before, After);

    /// <summary>The address of this part of the log, from its first page on or from elsewhere.</summary>
    public string Url(PageTurn? turn = null)
    {
        var query = new QueryBuilder();
        if (ShownOutcome is not null)
        {
            query.Add("outcome", Outcome!);
        }

        PageTurns.Write(turn, query);
        return "/calls" + query;
    }
}
