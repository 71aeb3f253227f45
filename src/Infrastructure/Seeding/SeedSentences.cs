namespace MaskedVoicemail.Infrastructure.Seeding;

/// <summary>What callers say in load-test data, in parts that go together in any combination.</summary>
internal static class SeedSentences
{
    /// <summary>With 555-01xx these are numbers for fiction.</summary>
    public static readonly string[] AreaCodes = ["212", "415", "312", "617", "206", "512"];

    public static readonly string[] CallerNames =
        ["ANNA KELLER", "DENTAL CARE", "MARCUS HILL", "RIVER BOOKS", "PRIYA NAIR", "CITY GARAGE", "TOM BAKER", "OAK STREET SCHOOL", "LENA FISCHER", "GREEN GARDENS"];

    public static readonly string[] Openings =
    [
        "Hi, it's Anna.", "Good morning, this is the dental practice.", "Hey, Marcus here.", "Hello, I'm calling from the bookshop.",
        "Hi, Priya speaking.", "Hello, this is the garage.", "It's Tom again.", "Good afternoon, the school office here.",
        "Hi there, this is Lena.", "Hello, it's about your garden.",
    ];

    public static readonly string[] Subjects =
    [
        "Your appointment has moved to Thursday at half past two.", "I'm running about ten minutes late.",
        "The part that you ordered has come in.", "I have two questions about the contract.",
        "We can offer you an earlier date next week.", "I found what you were looking for.",
        "The invoice of last month is still open.", "The delivery will be there between nine and eleven.",
        "It is about next weekend.", "Everything is ready to be picked up.", "There is some news that you will like.",
    ];

    public static readonly string[] Requests =
    [
        "Please call me back when you have a minute.", "No need to call back if that suits you.", "Could you send me a short message?",
        "You reach me until six today.", "Please let us know by tomorrow.", "I will try again this evening.", "My number is the one on your display.",
    ];

    public static readonly string[] Closings = ["Thank you, bye.", "Talk soon.", "Have a nice day.", "Thanks, goodbye.", "See you."];
}
