namespace MaskedVoicemail.Web.Hosting;

/// <summary>Whether this process plays Twilio for itself: in Development without credentials only.</summary>
public static class SimulatedLine
{
    /// <summary>Set by the program itself, never by configuration.</summary>
    internal const string Key = "SimulatedLine";

    public static bool IsOn(IConfiguration configuration, IHostEnvironment environment)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return environment.IsDevelopment() && configuration.GetValue<bool>(Key);
    }
}
