using MaskedVoicemail.Application.Voicemails;
using MaskedVoicemail.Domain.Common;
using MaskedVoicemail.Domain.Numbers;

namespace MaskedVoicemail.Unit.Tests.Voicemails;

public sealed class TranscriptionOptionsTests
{
    [Theory]
    [InlineData(TranscriptionProvider.Twilio, Language.English, true, 115)]
    [InlineData(TranscriptionProvider.Twilio, Language.Chinese, false, 300)]
    [InlineData(TranscriptionProvider.None, Language.English, false, 300)]
    public void Twilio_transcribes_short_english_messages_only(TranscriptionProvider provider, Language language, bool transcribes, int longest)
    {
        var options = new TranscriptionOptions { Provider = provider };
        var settings = new ForwardingSettings { Language = language, MessageSeconds = 300, IsTranscribed = true };

        Assert.Equal(transcribes, options.Transcribes(settings));
        Assert.Equal(longest, options.LongestMessageSeconds(settings));
    }
}
