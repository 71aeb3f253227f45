using System.Globalization;
using System.Text;
using System.Xml;

namespace MaskedVoicemail.Web.Webhooks.Twiml;

/// <summary>Writes one TwiML document. Escaping is the XML writer's business; characters that XML does not know are left out.</summary>
#pragma warning disable CA1001
public sealed class TwimlDocument
#pragma warning restore CA1001
{
    private static readonly XmlWriterSettings Settings = new() { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) };

    // Memory only: neither holds anything that would have to be given back.
    private readonly MemoryStream _output = new(1024);
    private readonly XmlWriter _xml;

    public TwimlDocument()
    {
        _xml = XmlWriter.Create(_output, Settings);
        _xml.WriteStartElement("Response");
    }

    /// <summary>Writes an element with its attributes (null leaves one out), then its text or children.</summary>
    public TwimlDocument Element(string name, ReadOnlySpan<(string Name, string? Value)> attributes = default, string? text = null, Action<TwimlDocument>? children = null)
    {
        _xml.WriteStartElement(name);
        foreach (var (attribute, value) in attributes)
        {
            if (value is not null)
            {
                _xml.WriteAttributeString(attribute, Clean(value));
            }
        }

        if (text is not null)
        {
            _xml.WriteString(Clean(text));
        }

        children?.Invoke(this);
        _xml.WriteEndElement();
        return this;
    }

    public ReadOnlyMemory<byte> ToUtf8()
    {
        _xml.WriteEndElement();
        _xml.Dispose();
        return _output.GetBuffer().AsMemory(0, (int)_output.Length);
    }

    public static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Clean(string text)
    {
        for (var index = 0; index < text.Length; index++)
        {
            if (!XmlConvert.IsXmlChar(text[index]))
            {
                return string.Concat(text.EnumerateRunes().Where(rune => rune.Value > 0xFFFF || XmlConvert.IsXmlChar((char)rune.Value)));
            }
        }

        return text;
    }
}
