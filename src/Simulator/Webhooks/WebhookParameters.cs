using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace MaskedVoicemail.Simulator.Webhooks;

/// <summary>The form fields of a webhook, in the order in which they are sent. A name may occur twice.</summary>
[SuppressMessage("Naming", "CA1710", Justification = "Twilio's name for them.")]
public sealed class WebhookParameters : IReadOnlyCollection<KeyValuePair<string, string>>
{
    private readonly List<KeyValuePair<string, string>> _fields = [];

    public WebhookParameters()
    {
    }

    public WebhookParameters(IEnumerable<KeyValuePair<string, string>> fields)
    {
        _fields.AddRange(fields);
    }

    public int Count => _fields.Count;

    /// <summary>The first value of that name; null when there is none.</summary>
    public string? this[string name]
    {
        get
        {
            foreach (var (field, value) in _fields)
            {
                if (field == name)
                {
                    return value;
                }
            }

            return null;
        }
    }

    public void Add(string name, string value) => _fields.Add(new(name, value));

    public void AddRange(IEnumerable<KeyValuePair<string, string>> fields) => _fields.AddRange(fields);

    /// <summary>A copy in which <paramref name="name"/> has that one value.</summary>
    public WebhookParameters With(string name, string value)
    {
        var copy = Without(name);
        copy.Add(name, value);
        return copy;
    }

    public WebhookParameters Without(string name) => new(_fields.Where(field => field.Key != name));

    public IEnumerator<KeyValuePair<string, string>> GetEnumerator() => _fields.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal void AddIfGiven(string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            Add(name, value);
        }
    }
}
