using System.Xml.Linq;

namespace MaskedVoicemail.Simulator.Twiml;

/// <summary>Checks a document against <see cref="TwimlSchema"/>.</summary>
internal static class TwimlValidator
{
    public static IReadOnlyList<DebuggerNotification> Check(XElement response, TwimlUse use, string url)
    {
        var findings = new List<DebuggerNotification>();
        foreach (var attribute in response.Attributes().Where(attribute => !attribute.IsNamespaceDeclaration))
        {
            Add(12200, $"Response has no attribute {attribute.Name}.");
        }

        if (response.Nodes().OfType<XText>().Any(text => !string.IsNullOrWhiteSpace(text.Value)))
        {
            Add(12200, "Response may not hold text.");
        }

        var position = 0;
        foreach (var verb in response.Elements())
        {
            if (!TwimlSchema.VerbsOf(use).Contains(verb.Name.ToString()))
            {
                Add(use is TwimlUse.Messaging ? 14110 : 12200, $"{verb.Name} is unknown or not allowed here.");
            }
            else
            {
                CheckElement(verb);
                CheckPosition(verb, position);
            }

            position++;
        }

        return findings;

        void CheckPosition(XElement verb, int place)
        {
            if (place > 0 && verb.Name == "Reject")
            {
                Add(12200, "Reject must be the first verb: the call is answered already.");
            }

            if (place > 0 && verb.Name == "Dial" && (string?)verb.Attribute("answerOnBridge") is "true")
            {
                Add(12200, "answerOnBridge has no effect unless Dial is the first verb.");
            }
        }

        void CheckElement(XElement element)
        {
            if (TwimlSchema.Element(element) is not { } rule)
            {
                Add(12200, $"The element {element.Name} is unknown.");
                return;
            }

            foreach (var attribute in element.Attributes().Where(attribute => !attribute.IsNamespaceDeclaration))
            {
                CheckAttribute(rule, attribute);
            }

            if (!rule.HasText && element.Nodes().OfType<XText>().Any(text => !string.IsNullOrWhiteSpace(text.Value)))
            {
                Add(12200, $"{rule.Name} may not hold text.");
            }

            foreach (var child in element.Elements())
            {
                if (!rule.Children.Contains(child.Name.ToString()))
                {
                    Add(rule.ChildCode, $"{child.Name} may not stand in {rule.Name}.");
                }
                else if (!TwimlSchema.IsSpeechMarkup(child.Name.ToString()))
                {
                    CheckElement(child);
                }
            }

            foreach (var (code, message) in rule.Mistakes(element))
            {
                Add(code, message);
            }
        }

        void CheckAttribute(ElementRule rule, XAttribute attribute)
        {
            if (rule.Attributes.FirstOrDefault(known => known.Name == attribute.Name.ToString()) is not { } known)
            {
                Add(12200, $"{rule.Name} has no attribute {attribute.Name}.");
            }
            else if (known.Mistake(attribute.Value) is { } mistake)
            {
                Add(known.Code, $"{rule.Name}: {known.Name}=\"{attribute.Value}\" {mistake}.");
            }
        }

        // Twilio carries on after each of these, with the default or without the verb.
        void Add(int code, string message) =>
            findings.Add(new(code is 0 ? null : code, NotificationLevel.Warning, message, url));
    }
}
