namespace MaskedVoicemail.Simulator.Twiml;

/// <summary>One element of TwiML.</summary>
internal sealed record ElementRule(string Name, params AttributeRule[] Attributes)
{
    public string[] Children { get; init; } = [];

    /// <summary>Twilio's code for a child that may not stand there.</summary>
    public int ChildCode { get; init; } = 12200;

    public bool HasText { get; init; }

    /// <summary>What is wrong with the element as a whole, apart from its attributes one by one.</summary>
    public Func<System.Xml.Linq.XElement, IEnumerable<(int Code, string Message)>> Mistakes { get; init; } = _ => [];
}
