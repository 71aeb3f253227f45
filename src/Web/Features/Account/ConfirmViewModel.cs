namespace MaskedVoicemail.Web.Features.Account;

public sealed record ConfirmViewModel(string Email);
