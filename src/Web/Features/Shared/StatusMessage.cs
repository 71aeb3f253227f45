using System.Text.Json;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace MaskedVoicemail.Web.Features.Shared;

/// <summary>What the last action did, shown once on the page that follows it.</summary>
/// <param name="Text">One sentence in the reader's language.</param>
/// <param name="IsProblem">It did not work.</param>
/// <param name="UndoUrl">Where an Undo button posts to, or null.</param>
/// <param name="UndoFields">What it posts.</param>
public sealed record StatusMessage(string Text, bool IsProblem = false, string? UndoUrl = null, IReadOnlyList<KeyValuePair<string, string>>? UndoFields = null)
{
    private const string Key = "Status";

    public void Keep(ITempDataDictionary tempData)
    {
        ArgumentNullException.ThrowIfNull(tempData);
        tempData[Key] = JsonSerializer.Serialize(this);
    }

    public static StatusMessage? Take(ITempDataDictionary tempData)
    {
        ArgumentNullException.ThrowIfNull(tempData);
        return tempData[Key] is string kept ? JsonSerializer.Deserialize<StatusMessage>(kept) : null;
    }
}
