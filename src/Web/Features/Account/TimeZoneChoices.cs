using System.Globalization;
using MaskedVoicemail.Domain.Accounts;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace MaskedVoicemail.Web.Features.Account;

/// <summary>The time zones that one can choose, by part of the world, each with its present distance from UTC.</summary>
public sealed class TimeZoneChoices(TimeProvider clock, IStringLocalizer<AccountText> text)
{
    /// <param name="chosen">Is among the choices even if it is an older name, which some browsers still give.</param>
    public IReadOnlyList<SelectListItem> With(string chosen)
    {
        var groups = new Dictionary<string, SelectListGroup>(StringComparer.Ordinal);
        return
        [
            .. TimeZoneInfo.GetSystemTimeZones().Select(zone => zone.Id)
                .Where(id => RegionOf(id) is not null)
                .Append(Subscriber.DefaultTimeZone)
                .Append(chosen)
                .Where(Subscriber.KnowsTimeZone)
                .Distinct(StringComparer.Ordinal)
                .Select(id => (Id: id, Region: RegionOf(id) ?? text["Elsewhere"].Value))
                .OrderBy(zone => zone.Region, StringComparer.CurrentCulture)
                .ThenBy(zone => zone.Id, StringComparer.Ordinal)
                .Select(zone => new SelectListItem(NameOf(zone.Id), zone.Id, zone.Id == chosen) { Group = GroupOf(zone.Region) }),
        ];

        SelectListGroup GroupOf(string region) => groups.TryGetValue(region, out var group) ? group : groups[region] = new SelectListGroup { Name = region };
    }

    private string NameOf(string id)
    {
        var offset = TimeZoneInfo.FindSystemTimeZoneById(id).GetUtcOffset(clock.GetUtcNow());
        var sign = offset < TimeSpan.Zero ? '−' : '+';
        var place = id[(id.IndexOf('/', StringComparison.Ordinal) + 1)..].Replace("/", ", ", StringComparison.Ordinal).Replace('_', ' ');
        return string.Create(CultureInfo.InvariantCulture, $"{place} (UTC{sign}{offset:hh\\:mm})");
    }

    private string? RegionOf(string id) => id.Split('/')[0] switch
    {
        "Africa" => text["Africa"].Value,
        "America" => text["America"].Value,
        "Antarctica" or "Arctic" => text["Polar regions"].Value,
        "Asia" => text["Asia"].Value,
        "Atlantic" => text["Atlantic"].Value,
        "Australia" => text["Australia"].Value,
        "Europe" => text["Europe"].Value,
        "Indian" => text["Indian Ocean"].Value,
        "Pacific" => text["Pacific"].Value,
        _ => null,
    };
}
