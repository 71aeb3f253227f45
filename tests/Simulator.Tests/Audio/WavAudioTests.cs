using MaskedVoicemail.Simulator.Audio;

namespace MaskedVoicemail.Simulator.Tests.Audio;

public sealed class WavAudioTests
{
    [Fact]
    public void A_second_takes_sixteen_kilobytes()
    {
        Assert.Equal(44 + 16_000, WavAudio.Tone(1).Length);
        Assert.Equal(TimeSpan.FromSeconds(2.5), WavAudio.Duration(WavAudio.Silence(2.5)));
    }

    [Fact]
    public void A_cut_keeps_the_beginning()
    {
        var tone = WavAudio.Tone(3);

        var cut = WavAudio.Cut(tone, TimeSpan.FromSeconds(1));

        Assert.Equal(TimeSpan.FromSeconds(1), WavAudio.Duration(cut));
        Assert.Equal(tone[44..1000], cut[44..1000]);
        Assert.Same(tone, WavAudio.Cut(tone, TimeSpan.FromSeconds(4)));
    }

    [Fact]
    public void What_is_no_wav_is_told() =>
        Assert.Throws<InvalidDataException>(() => WavAudio.Duration("<html></html>"u8));

    [Fact]
    public void Every_sample_message_has_sound_and_words()
    {
        Assert.Equal(5, SampleMessages.English.Count);
        Assert.Equal(3, SampleMessages.Mandarin.Count);
        Assert.All(SampleMessages.All, message =>
        {
            Assert.Equal(WavAudio.Duration(message.Wav), message.Duration);
            Assert.InRange(message.Duration, TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(15));
            Assert.NotEmpty(message.Mp3!);
            Assert.NotEmpty(message.Transcript!);
        });
    }
}
