using MaskedVoicemail.Simulator.Account;
using Microsoft.AspNetCore.Http;

namespace MaskedVoicemail.Simulator.Rest;

/// <summary>The account's numbers: list, fetch, update.</summary>
internal static class IncomingPhoneNumbersApi
{
    public static async Task<ApiAnswer> AnswerAsync(TwilioAccount account, ApiRequest request)
    {
        if (request is { Method: "GET", Path: [_] })
        {
            var (part, name) = ((string?)request.Query["PhoneNumber"], (string?)request.Query["FriendlyName"]);
            return ApiPage.Of(
                request,
                "incoming_phone_numbers",
                account.Numbers.Where(number => IsLike(number.PhoneNumber, part) && (name is null || number.FriendlyName == name)),
                number => (number.DateCreated, number.Sid),
                number => Resources.Number(account, number));
        }

        if (request.Path is not [_, var sid] || account.Numbers.FirstOrDefault(known => known.Sid == sid) is not { } number)
        {
            return request.NotFound();
        }

        return request.Method switch
        {
            "GET" => Show(),
            "POST" => Update(request, number, await request.Http.Request.ReadFormAsync(request.Http.RequestAborted)) ?? Show(),
            _ => request.NotFound(),
        };

        ApiAnswer Show() => request.Format.Answer(StatusCodes.Status200OK, "IncomingPhoneNumber", Resources.Number(account, number));
    }

    private static ApiAnswer? Update(ApiRequest request, IncomingPhoneNumber number, IFormCollection form)
    {
        if (BadUrl() is { } url)
        {
            return request.Format.Error(StatusCodes.Status400BadRequest, 21402, $"{url} is not valid");
        }

        if (After("VoiceFallbackUrl", number.VoiceFallbackUrl).Length > 0 && After("VoiceUrl", number.VoiceUrl).Length == 0)
        {
            return request.Format.Error(StatusCodes.Status400BadRequest, 21405, "Cannot set VoiceFallbackUrl without setting VoiceUrl");
        }

        if (After("SmsFallbackUrl", number.SmsFallbackUrl).Length > 0 && After("SmsUrl", number.SmsUrl).Length == 0)
        {
            return request.Format.Error(StatusCodes.Status400BadRequest, 21406, "Cannot set SmsFallbackUrl without setting SmsUrl");
        }

        number.FriendlyName = After("FriendlyName", number.FriendlyName);
        number.VoiceUrl = After("VoiceUrl", number.VoiceUrl);
        number.VoiceMethod = After("VoiceMethod", number.VoiceMethod);
        number.VoiceFallbackUrl = After("VoiceFallbackUrl", number.VoiceFallbackUrl);
        number.VoiceFallbackMethod = After("VoiceFallbackMethod", number.VoiceFallbackMethod);
        number.StatusCallback = After("StatusCallback", number.StatusCallback);
        number.StatusCallbackMethod = After("StatusCallbackMethod", number.StatusCallbackMethod);
        number.SmsUrl = After("SmsUrl", number.SmsUrl);
        number.SmsMethod = After("SmsMethod", number.SmsMethod);
        number.SmsFallbackUrl = After("SmsFallbackUrl", number.SmsFallbackUrl);
        number.SmsFallbackMethod = After("SmsFallbackMethod", number.SmsFallbackMethod);
        number.VoiceCallerIdLookup = After("VoiceCallerIdLookup", number.VoiceCallerIdLookup ? "true" : "false") == "true";
        return null;

        string After(string field, string now) => form.TryGetValue(field, out var value) ? value.ToString() : now;

        string? BadUrl() => form.Keys.FirstOrDefault(field =>
            (field.EndsWith("Url", StringComparison.Ordinal) || field == "StatusCallback")
            && form[field].ToString() is { Length: > 0 } value
            && !(Uri.TryCreate(value, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"));
    }

    /// <summary>Twilio finds a part of a number; <c>*</c> stands for any digit.</summary>
    private static bool IsLike(string phoneNumber, string? part)
    {
        if (string.IsNullOrEmpty(part))
        {
            return true;
        }

        return Enumerable.Range(0, Math.Max(0, phoneNumber.Length - part.Length + 1)).Any(start =>
            part.Select((character, i) => character == '*' || character == phoneNumber[start + i]).All(matches => matches));
    }
}
