namespace MaskedVoicemail.Infrastructure.Seeding;

/// <summary>A row that is not load-test data stands in the way.</summary>
public sealed class SeedConflictException(Exception innerException)
    : Exception("A number, account or plan that was not made by this command has one of the values asked for. Choose another range with --from.", innerException);
