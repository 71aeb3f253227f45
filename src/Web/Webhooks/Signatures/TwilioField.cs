namespace MaskedVoicemail.Web.Webhooks.Signatures;

/// <summary>A form's field, decoded. Both are parts of the one text that came in wherever nothing in them was encoded.</summary>
public readonly record struct TwilioField(ReadOnlyMemory<char> Name, ReadOnlyMemory<char> Value)
{
    public TwilioField(string name, string value)
        : this(name.AsMemory(), value.AsMemory())
    {
    }

    /// <summary>Without the value, which is personal.</summary>
    public override string ToString() => Name.ToString();
}
