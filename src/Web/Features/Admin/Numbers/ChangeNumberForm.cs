using MaskedVoicemail.Domain.Common;

namespace MaskedVoicemail.Web.Features.Admin.Numbers;

public sealed class ChangeNumberForm
{
    public Guid Version { get; set; }

    public Language Language { get; set; }

    public string? Target { get; set; }
}
