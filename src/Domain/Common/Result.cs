namespace MaskedVoicemail.Domain.Common;

/// <summary>Success, or the reasons why not.</summary>
public class Result
{
    protected Result(IReadOnlyList<Error> errors) => Errors = errors;

    public static Result Success { get; } = new([]);

    public IReadOnlyList<Error> Errors { get; }

    public bool IsSuccess => Errors.Count == 0;

    public static implicit operator Result(Error error) => new([error]);

    public static Result Failure(IReadOnlyList<Error> errors) => new(errors);
}
