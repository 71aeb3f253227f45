using MaskedVoicemail.Simulator.Account;
using Microsoft.AspNetCore.Http;

namespace MaskedVoicemail.Simulator.Rest;

/// <summary>Text messages that the program sends.</summary>
internal static class MessagesApi
{
    private const int MostCharacters = 1600;

    public static async Task<ApiAnswer> CreateAsync(TwilioAccount account, TimeProvider clock, ApiRequest request)
    {
        var form = await request.Http.Request.ReadFormAsync(request.Http.RequestAborted);
        (string? to, string? from, string? service) = (form["To"], form["From"], form["MessagingServiceSid"]);
        var body = (string?)form["Body"] ?? "";
        (int Code, string Message)? mistake =
            string.IsNullOrEmpty(to) ? (21604, "A 'To' phone number is required.")
            : string.IsNullOrEmpty(from) && string.IsNullOrEmpty(service) ? (21603, "A 'From' phone number is required.")
            : body.Length == 0 ? (21619, "A text message body or media urls must be specified.")
            : body.Length > MostCharacters ? (21617, "The message body exceeds the 1600 character limit.")
            : !to.StartsWith('+') ? (21211, $"Invalid 'To' Phone Number: {to}")
            : !string.IsNullOrEmpty(from) && !account.Owns(from)
                ? (21606, $"The 'From' phone number {from} is not a valid message-capable phone number of this account.")
            : null;
        if (mistake is var (code, message))
        {
            return request.Format.Error(StatusCodes.Status400BadRequest, code, message);
        }

        var resource = new MessageResource
        {
            Sid = Sid.New("SM"),
            From = from,
            MessagingServiceSid = service,
            To = to!,
            Body = body,
            StatusCallback = form["StatusCallback"],
            DateCreated = clock.GetUtcNow(),
        };
        account.Add(resource);
        return request.Format.Answer(StatusCodes.Status201Created, "Message", Resources.Message(account, resource));
    }
}
