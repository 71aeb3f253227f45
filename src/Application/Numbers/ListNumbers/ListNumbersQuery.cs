using MediatR;

namespace MaskedVoicemail.Application.Numbers.ListNumbers;

/// <summary>All numbers in service, newest first, for an administrator.</summary>
/// <param name="Search">Digits of a number or a part of the owner's e-mail address; empty for all.</param>
/// <param name="Page">From 1.</param>
public sealed record ListNumbersQuery(string? Search = null, int Page = 1) : IRequest<NumbersPage>
{
    public const int PageSize = 20;
}
