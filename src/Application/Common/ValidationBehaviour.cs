using System.Reflection;
using FluentValidation;
using FluentValidation.Results;
using MaskedVoicemail.Domain.Common;
using MediatR;

namespace MaskedVoicemail.Application.Common;

/// <summary>Runs a request's validators; where one objects, the handler is not called and the request fails with an error at each field.</summary>
internal sealed class ValidationBehaviour<TRequest, TResponse>(IEnumerable<IValidator<TRequest>> validators)
    : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IRequest<TResponse>
{
    private static readonly Func<IReadOnlyList<Error>, TResponse>? Failure = CreateFailure();

    public Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next) =>
        validators.Any() ? ValidateAsync(request, next, cancellationToken) : next();

    private async Task<TResponse> ValidateAsync(TRequest request, RequestHandlerDelegate<TResponse> next, CancellationToken cancellationToken)
    {
        List<Error>? errors = null;
        foreach (var validator in validators)
        {
            var validated = await validator.ValidateAsync(request, cancellationToken);
            if (!validated.IsValid)
            {
                (errors ??= []).AddRange(validated.Errors.Select(ToError));
            }
        }

        if (errors is null)
        {
            return await next();
        }

        return Failure is null
            ? throw new InvalidOperationException($"{typeof(TRequest).Name} is validated, so it must return a Result.")
            : Failure(errors);
    }

    private static Error ToError(ValidationFailure failure) =>
        new(failure.ErrorCode, failure.ErrorMessage, ErrorKind.Invalid, failure.PropertyName)
        {
            Arguments = failure.CustomState as object[] ?? [],
        };

    private static Func<IReadOnlyList<Error>, TResponse>? CreateFailure() =>
        typeof(Result).IsAssignableFrom(typeof(TResponse))
            ? typeof(TResponse)
                .GetMethod(nameof(Result.Failure), BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly, [typeof(IReadOnlyList<Error>)])!
                .CreateDelegate<Func<IReadOnlyList<Error>, TResponse>>()
            : null;
}
