namespace MaskedVoicemail.Domain.Common;

/// <summary>A value, or the reasons why there is none.</summary>
public sealed class Result<T> : Result
{
    private readonly T? _value;

    private Result(T? value, IReadOnlyList<Error> errors)
        : base(errors) => _value = value;

    /// <exception cref="InvalidOperationException">There are errors.</exception>
    public T Value => IsSuccess ? _value! : throw new InvalidOperationException("A failed result has no value.");

    public static implicit operator Result<T>(T value) => new(value, []);

    public static implicit operator Result<T>(Error error) => new(default, [error]);

    public static new Result<T> Failure(IReadOnlyList<Error> errors) => new(default, errors);
}
