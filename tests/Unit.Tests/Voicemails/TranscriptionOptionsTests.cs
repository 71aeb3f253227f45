using MaskedVoicemail.Application.Voicemails;
using MaskedVoicemail.Domain.Common;
using MaskedVoicemail.Domain.Numbers;

namespace MaskedVoicemail.Unit.Tests.Voicemails;

public sealed class TranscriptionOptionsTests
{
    [Theory]
    [InlineData(TranscriptionProvider.Twilio, Language.English, true, true, 115)]
    [InlineData(TranscriptionProvider.Twilio, Language.Chinese, false, false, 300)]
    [InlineData(TranscriptionProvider.OpenAi, Language.English, true, false, 300)]
    [InlineData(TranscriptionProvider.OpenAi, Language.Chinese, true, false, 300)]
    [InlineData(TranscriptionProvider.None, Language.English, false, false, 300)]
    public void Twilio_transcribes_short_english_messages_only_and_a_server_all(
        TranscriptionProvider provider, Language language, bool transcribes, bool asksTwilio, int longest)
    {
        var options = new TranscriptionOptions { Provider = provider };
        var settings = new ForwardingSettings { Language = language, MessageSeconds = 300, IsTranscribed = true };

        Assert.Equal(transcribes, options.Transcribes(settings));
        Assert.Equal(asksTwilio, options.AsksTwilio(settings));
        Assert.False(options.Transcribes(settings with { IsTranscribed = false }));
        Assert.Equal(longest, options.LongestMessageSeconds(settings));
    }
}
