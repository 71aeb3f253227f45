namespace MaskedVoicemail.Delivery.Tests.Support;

public enum DatabaseKind
{
    Sqlite,
    PostgreSql,
}
