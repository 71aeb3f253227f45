namespace MaskedVoicemail.Simulator.Audio;

/// <summary>Short spoken messages; <c>scripts/make-sample-messages.sh</c> makes the audio.</summary>
public static class SampleMessages
{
    public static IReadOnlyList<SpokenMessage> English { get; } =
    [
        Load("running-late", "Running late", "en-US",
            "Hi, it's me. I'm running ten minutes late, please start without me."),
        Load("appointment-moved", "Appointment moved", "en-GB",
            "Hello, your appointment on Thursday has moved to half past two. Please call us back if that does not suit you."),
        Load("parcel-waiting", "Parcel waiting", "en-US",
            "Good morning. A parcel for you is at the front desk. You can pick it up any time before six."),
        Load("flat-viewing", "Flat viewing", "en-GB",
            "Hi there! We can see the flat on Saturday at eleven. Tell me if that works for you."),
        Load("car-ready", "Car ready", "en-US",
            "Hello, this is the garage. Your car is ready, it only needed a new belt. We are open until seven tonight."),
    ];

    public static IReadOnlyList<SpokenMessage> Mandarin { get; } =
    [
        Load("running-late-zh", "会晚到一会儿", "cmn-CN", "你好，是我。我大概会晚到十分钟，你们先开始，不用等我。"),
        Load("book-arrived-zh", "您订的书到了", "cmn-CN", "您好，您订的书到了。今天下午六点以前都可以来取，谢谢。"),
        Load("meeting-moved-zh", "会议改期了", "cmn-CN", "你好，我们的会议改到周五上午十点了，请告诉大家。"),
    ];

    public static IReadOnlyList<SpokenMessage> All { get; } = [.. English, .. Mandarin];

    private static SpokenMessage Load(string name, string title, string language, string transcript)
    {
        var wav = Read($"samples/{name}.wav");
        return new SpokenMessage
        {
            Title = title,
            Language = language,
            Transcript = transcript,
            Wav = wav,
            Mp3 = Read($"samples/{name}.mp3"),
            Duration = WavAudio.Duration(wav),
        };
    }

    private static byte[] Read(string resource)
    {
        using var stream = typeof(SampleMessages).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The sample {resource} is not embedded.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
