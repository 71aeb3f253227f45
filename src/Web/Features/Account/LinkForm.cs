using MaskedVoicemail.Domain.Accounts;

namespace MaskedVoicemail.Web.Features.Account;

/// <summary>What a link in a mail carries.</summary>
public sealed class LinkForm
{
    public Guid Id { get; set; }

    public string? Token { get; set; }

    public SubscriberId Account => new(Id);
}
