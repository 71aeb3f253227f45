namespace MaskedVoicemail.Web.Features.Simulator;

/// <summary>A caller who is ready to ring.</summary>
/// <param name="Key">Its name in the form.</param>
/// <param name="From">As Twilio would send it.</param>
/// <param name="Name">The caller's name from the network.</param>
public sealed record CallerPreset(string Key, string From, string? Name = null)
{
    /// <summary>In the form: what was typed.</summary>
    public const string Typed = "typed";

    public static CallerPreset Mobile { get; } = new("mobile", "+14155550123", "CITY GARAGE");

    public static CallerPreset Abroad { get; } = new("abroad", "+447700900123");

    public static CallerPreset Withheld { get; } = new("withheld", "anonymous");

    public static CallerPreset Sip { get; } = new("sip", "sip:front-desk@pbx.example.com");

    /// <summary>A name that tries to become part of a page, a mail or a database statement.</summary>
    public static CallerPreset Hostile { get; } = new("hostile", "+14155550166", "<script>alert(1)</script>'; DROP TABLE--");

    public static IReadOnlyList<CallerPreset> All { get; } = [Mobile, Abroad, Withheld, Sip, Hostile];

    public static CallerPreset? Find(string? key) => All.FirstOrDefault(preset => preset.Key == key);
}
