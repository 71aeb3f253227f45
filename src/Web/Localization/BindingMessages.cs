using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace MaskedVoicemail.Web.Localization;

/// <summary>What a form says about input that is not of the field's kind, in the reader's language.</summary>
internal sealed class BindingMessages(IStringLocalizer<SharedText> text) : IConfigureOptions<MvcOptions>
{
    public void Configure(MvcOptions options)
    {
        var messages = options.ModelBindingMessageProvider;
        messages.SetMissingBindRequiredValueAccessor(_ => text["Please fill this in."]);
        messages.SetMissingKeyOrValueAccessor(() => text["Please fill this in."]);
        messages.SetMissingRequestBodyRequiredValueAccessor(() => text["Please fill this in."]);
        messages.SetValueMustNotBeNullAccessor(_ => text["Please fill this in."]);
        messages.SetValueMustBeANumberAccessor(_ => text["Please enter a number."]);
        messages.SetNonPropertyValueMustBeANumberAccessor(() => text["Please enter a number."]);
        messages.SetAttemptedValueIsInvalidAccessor((value, _) => text["“{0}” can’t be used here.", value]);
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(value => text["“{0}” can’t be used here.", value]);
        messages.SetValueIsInvalidAccessor(value => text["“{0}” can’t be used here.", value]);
        messages.SetUnknownValueIsInvalidAccessor(_ => text["This value can’t be used here."]);
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => text["This value can’t be used here."]);
    }
}
