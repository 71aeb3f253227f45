using MediatR;

namespace MaskedVoicemail.Application.Notifications.ListSuppressedAddresses;

/// <summary>The addresses to which nothing is sent, the latest first.</summary>
/// <param name="Page">From 1.</param>
public sealed record ListSuppressedAddressesQuery(int Page = 1) : IRequest<SuppressedAddressesPage>
{
    public const int PageSize = 20;
}
