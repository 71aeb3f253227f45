namespace MaskedVoicemail.Application.Voicemails;

/// <summary>Where a message lies. A deleted one can be brought back for a while.</summary>
public enum VoicemailFolder
{
    Inbox,
    Archived,
    Deleted,
}
