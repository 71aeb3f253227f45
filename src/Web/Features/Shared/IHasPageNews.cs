using MaskedVoicemail.Application.Accounts.GetPageNews;

namespace MaskedVoicemail.Web.Features.Shared;

/// <summary>A page whose own query has read its reader's news along.</summary>
public interface IHasPageNews
{
    /// <summary>Null where it has not, after all.</summary>
    PageNews? News { get; }
}
