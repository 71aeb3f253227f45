namespace MaskedVoicemail.Domain.Common;

/// <summary>The languages in which callers are spoken to and subscribers written to.</summary>
public enum Language
{
    /// <summary>American English; <c>en-US</c> on the phone, <c>en</c> in the portal.</summary>
    English,

    /// <summary>Mandarin in simplified characters; <c>cmn-CN</c> on the phone, <c>zh-CN</c> in the portal.</summary>
    Chinese,
}
