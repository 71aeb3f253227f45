namespace MaskedVoicemail.Infrastructure.Seeding;

/// <summary>How far seeding has come.</summary>
public readonly record struct SeedProgress(string What, int Done, int Count);
