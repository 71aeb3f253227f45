using System.Globalization;
using System.Text;
using System.Xml;
using Microsoft.Extensions.ObjectPool;

namespace MaskedVoicemail.Web.Webhooks.Twiml;

/// <summary>Writes one TwiML document. Escaping is the XML writer's business; characters that XML does not know are left out.</summary>
public sealed class TwimlDocument
{
    // Their buffers are several times as large as a document.
    private static readonly ObjectPool<Writer> Writers = ObjectPool.Create<Writer>();

    // None once the document has ended: it writes another one then.
    private Writer? _writer = Writers.Get();

    public TwimlDocument()
    {
        Xml.WriteStartDocument();
        Xml.WriteStartElement("Response");
    }

    private XmlDictionaryWriter Xml => (_writer ?? throw new InvalidOperationException("The document has ended.")).Xml;

    /// <summary>Writes an element with its attributes (null leaves one out), then its text or children.</summary>
    public TwimlDocument Element(string name, ReadOnlySpan<(string Name, string? Value)> attributes = default, string? text = null, Action<TwimlDocument>? children = null)
    {
        var xml = Xml;
        xml.WriteStartElement(name);
        foreach (var (attribute, value) in attributes)
        {
            if (value is not null)
            {
                xml.WriteAttributeString(attribute, Clean(value));
            }
        }

        if (text is not null)
        {
            xml.WriteString(Clean(text));
        }

        children?.Invoke(this);
        xml.WriteEndElement();
        return this;
    }

    /// <summary>Ends the document, which can be done once.</summary>
    public ReadOnlyMemory<byte> ToUtf8()
    {
        Xml.WriteEndDocument();
        var writer = _writer!;
        _writer = null;
        var document = writer.Finish();
        Writers.Return(writer);
        return document;
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

    /// <summary>For one document after the other. Memory only: it holds nothing that would have to be given back.</summary>
#pragma warning disable CA1001
    private sealed class Writer
#pragma warning restore CA1001
    {
        private readonly MemoryStream _output = new(1024);

        public Writer()
        {
            Xml = XmlDictionaryWriter.CreateTextWriter(_output, Encoding.UTF8, ownsStream: false);
        }

        public XmlDictionaryWriter Xml { get; }

        /// <returns>What was written, after which it begins anew.</returns>
        public byte[] Finish()
        {
            Xml.Flush();
            var written = _output.ToArray();
            _output.SetLength(0);
            ((IXmlTextWriterInitializer)Xml).SetOutput(_output, Encoding.UTF8, ownsStream: false);
            return written;
        }
    }
}
