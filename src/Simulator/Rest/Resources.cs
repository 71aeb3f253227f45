using System.Globalization;
using System.Text.Json.Nodes;
using MaskedVoicemail.Simulator.Account;

namespace MaskedVoicemail.Simulator.Rest;

/// <summary>How the API shows what the account holds. Numbers often come as strings, as in the original.</summary>
internal static class Resources
{
    public static JsonObject Recording(TwilioAccount account, RecordingResource recording)
    {
        var path = $"{Path(account)}/Recordings/{recording.Sid}";
        return new JsonObject
        {
            ["sid"] = recording.Sid,
            ["account_sid"] = account.Sid,
            ["call_sid"] = recording.CallSid,
            ["conference_sid"] = null,
            ["api_version"] = "2010-04-01",
            ["status"] = recording.Status,
            ["duration"] = Text(recording.Status is "completed" ? recording.Duration : null),
            ["channels"] = 1,
            ["source"] = "RecordVerb",
            ["error_code"] = recording.ErrorCode,
            ["start_time"] = TwilioDate.Text(recording.StartTime),
            ["date_created"] = TwilioDate.Text(recording.DateCreated),
            ["date_updated"] = TwilioDate.Text(recording.DateUpdated),
            ["price"] = null,
            ["price_unit"] = "USD",
            ["uri"] = $"{path}.json",
            ["media_url"] = $"https://api.twilio.com{path}",
            ["encryption_details"] = null,
            ["subresource_uris"] = new JsonObject { ["transcriptions"] = $"{path}/Transcriptions.json" },
        };
    }

    public static JsonObject Transcription(TwilioAccount account, TranscriptionResource transcription) => new()
    {
        ["sid"] = transcription.Sid,
        ["account_sid"] = account.Sid,
        ["recording_sid"] = transcription.RecordingSid,
        ["api_version"] = "2010-04-01",
        ["type"] = "fast",
        ["status"] = transcription.Status,
        ["transcription_text"] = transcription.Text,
        ["duration"] = Text(transcription.Duration),
        ["date_created"] = TwilioDate.Text(transcription.DateCreated),
        ["date_updated"] = TwilioDate.Text(transcription.DateCreated),
        ["price"] = null,
        ["price_unit"] = "USD",
        ["uri"] = $"{Path(account)}/Transcriptions/{transcription.Sid}.json",
    };

    public static JsonObject Call(TwilioAccount account, CallResource call) => new()
    {
        ["sid"] = call.Sid,
        ["account_sid"] = account.Sid,
        ["parent_call_sid"] = call.ParentCallSid,
        ["phone_number_sid"] = call.PhoneNumberSid,
        ["from"] = call.From,
        ["to"] = call.To,
        ["status"] = call.Status,
        ["direction"] = call.Direction,
        ["start_time"] = call.StartTime is { } start ? TwilioDate.Text(start) : null,
        ["end_time"] = call.EndTime is { } end ? TwilioDate.Text(end) : null,
        ["duration"] = Text(call.StartTime is null ? null : call.Duration),
        ["answered_by"] = null,
        ["forwarded_from"] = call.ForwardedFrom,
        ["caller_name"] = call.CallerName,
        ["price"] = null,
        ["price_unit"] = "USD",
        ["api_version"] = "2010-04-01",
        ["date_created"] = TwilioDate.Text(call.DateCreated),
        ["date_updated"] = TwilioDate.Text(call.DateUpdated),
        ["uri"] = $"{Path(account)}/Calls/{call.Sid}.json",
        ["subresource_uris"] = new JsonObject { ["recordings"] = $"{Path(account)}/Calls/{call.Sid}/Recordings.json" },
    };

    public static JsonObject Number(TwilioAccount account, IncomingPhoneNumber number) => new()
    {
        ["sid"] = number.Sid,
        ["account_sid"] = account.Sid,
        ["phone_number"] = number.PhoneNumber,
        ["friendly_name"] = number.FriendlyName,
        ["capabilities"] = new JsonObject { ["voice"] = true, ["sms"] = true, ["mms"] = true, ["fax"] = false },
        ["voice_url"] = number.VoiceUrl,
        ["voice_method"] = number.VoiceMethod,
        ["voice_fallback_url"] = number.VoiceFallbackUrl,
        ["voice_fallback_method"] = number.VoiceFallbackMethod,
        ["voice_caller_id_lookup"] = number.VoiceCallerIdLookup,
        ["voice_application_sid"] = "",
        ["voice_receive_mode"] = "voice",
        ["trunk_sid"] = null,
        ["status_callback"] = number.StatusCallback,
        ["status_callback_method"] = number.StatusCallbackMethod,
        ["sms_url"] = number.SmsUrl,
        ["sms_method"] = number.SmsMethod,
        ["sms_fallback_url"] = number.SmsFallbackUrl,
        ["sms_fallback_method"] = number.SmsFallbackMethod,
        ["sms_application_sid"] = "",
        ["address_requirements"] = "none",
        ["address_sid"] = null,
        ["beta"] = false,
        ["origin"] = "twilio",
        ["status"] = "in-use",
        ["api_version"] = "2010-04-01",
        ["date_created"] = TwilioDate.Text(number.DateCreated),
        ["date_updated"] = TwilioDate.Text(number.DateCreated),
        ["uri"] = $"{Path(account)}/IncomingPhoneNumbers/{number.Sid}.json",
    };

    public static JsonObject Message(TwilioAccount account, MessageResource message) => new()
    {
        ["sid"] = message.Sid,
        ["account_sid"] = account.Sid,
        ["messaging_service_sid"] = message.MessagingServiceSid,
        ["from"] = message.From,
        ["to"] = message.To,
        ["body"] = message.Body,
        ["status"] = message.MessagingServiceSid is null ? "queued" : "accepted",
        ["direction"] = "outbound-api",
        ["num_segments"] = "1",
        ["num_media"] = "0",
        ["error_code"] = null,
        ["error_message"] = null,
        ["price"] = null,
        ["price_unit"] = "USD",
        ["api_version"] = "2010-04-01",
        ["date_created"] = TwilioDate.Text(message.DateCreated),
        ["date_updated"] = TwilioDate.Text(message.DateCreated),
        ["date_sent"] = null,
        ["uri"] = $"{Path(account)}/Messages/{message.Sid}.json",
    };

    private static string Path(TwilioAccount account) => $"/2010-04-01/Accounts/{account.Sid}";

    private static string? Text(int? number) => number?.ToString(CultureInfo.InvariantCulture);
}
