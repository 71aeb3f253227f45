using Microsoft.Extensions.Options;

namespace MaskedVoicemail.Infrastructure.Voicemails;

internal sealed class RecordingStoreOptionsValidator : IValidateOptions<RecordingStoreOptions>
{
    public ValidateOptionsResult Validate(string? name, RecordingStoreOptions options)
    {
        if (!string.Equals(options.Provider, RecordingStoreOptions.FileSystem, StringComparison.OrdinalIgnoreCase))
        {
            return ValidateOptionsResult.Fail("Recordings:Provider: only FileSystem can be chosen.");
        }

        return string.IsNullOrWhiteSpace(options.Path)
            ? ValidateOptionsResult.Fail("Recordings:Path: give a folder, or leave the key out.")
            : ValidateOptionsResult.Success;
    }
}
