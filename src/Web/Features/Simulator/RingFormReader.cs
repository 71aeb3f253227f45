using MaskedVoicemail.Domain.Numbers;
using MaskedVoicemail.Simulator.Audio;
using MaskedVoicemail.Simulator.Calls;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;

namespace MaskedVoicemail.Web.Features.Simulator;

/// <summary>Makes the call that a form describes.</summary>
public sealed class RingFormReader(IStringLocalizer<SimulatorText> text)
{
    /// <summary>The form stands beside other things on its page.</summary>
    private const string Prefix = $"{nameof(RingViewModel.Form)}.";

    /// <returns>Null when something is wrong; <paramref name="errors"/> says what.</returns>
    public async Task<PhoneCall?> ReadAsync(RingForm form, ModelStateDictionary errors, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(errors);
        var to = ReadTo(form, errors);
        var caller = await ReadCallerAsync(form, errors, cancellationToken);
        if (!errors.IsValid)
        {
            return null;
        }

        var preset = CallerPreset.Find(form.From) ?? new CallerPreset(CallerPreset.Typed, form.TypedFrom?.Trim() ?? "", form.TypedName);
        return new PhoneCall
        {
            From = preset.From,
            CallerName = preset.Name,
            To = to.E164,
            Owner = form.OwnerPhone.ToPhone(),
            Caller = caller,
            Pace = form.Pace.ToPace(),
        };
    }

    private PhoneNumber ReadTo(RingForm form, ModelStateDictionary errors)
    {
        var isTyped = form.To is null or RingForm.AnotherNumber;
        if (!PhoneNumber.TryParse(isTyped ? form.TypedTo : form.To, out var number))
        {
            errors.AddModelError(Prefix + nameof(RingForm.TypedTo), text["Enter the number with its country code, such as +1 415 555 0100."]);
        }

        return number;
    }

    private async Task<CallerBehaviour> ReadCallerAsync(RingForm form, ModelStateDictionary errors, CancellationToken cancellationToken) => form.Caller switch
    {
        CallerChoice.Speaks => await ReadRecordingAsync(form, errors, cancellationToken) is { } message ? CallerBehaviour.LeavesMessage(message) : CallerBehaviour.StaysSilent(),
        CallerChoice.StaysSilent => CallerBehaviour.StaysSilent(),
        CallerChoice.HangsUpWhileRinging => CallerBehaviour.HangsUpWhileRinging(),
        CallerChoice.HangsUpDuringGreeting => CallerBehaviour.HangsUpDuringGreeting(TimeSpan.FromSeconds(2)),
        _ => CallerBehaviour.LeavesMessage(SampleMessages.All[Math.Clamp(form.Sample, 0, SampleMessages.All.Count - 1)]),
    };

    private async Task<SpokenMessage?> ReadRecordingAsync(RingForm form, ModelStateDictionary errors, CancellationToken cancellationToken)
    {
        if (form.Recording is not { Length: > 0 } file)
        {
            errors.AddModelError(Prefix + nameof(RingForm.Recording), text["Record a message first, or choose a WAV file."]);
            return null;
        }

        if (file.Length > RingForm.MaxRecordingBytes)
        {
            errors.AddModelError(Prefix + nameof(RingForm.Recording), text["The recording may be two minutes long at most."]);
            return null;
        }

        using var content = new MemoryStream();
        await file.CopyToAsync(content, cancellationToken);
        try
        {
            return SpokenMessage.FromWav(content.ToArray(), string.IsNullOrWhiteSpace(form.Transcript) ? null : form.Transcript.Trim()) with { Title = text["Your own words"] };
        }
        catch (InvalidDataException)
        {
            errors.AddModelError(Prefix + nameof(RingForm.Recording), text["Choose a WAV file."]);
            return null;
        }
    }
}
