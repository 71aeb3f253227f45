using MaskedVoicemail.Application.Common;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Npgsql;

namespace MaskedVoicemail.Infrastructure.Persistence;

/// <summary>Reads <c>ConnectionStrings:Default</c>. Its errors never quote it: it may hold a password.</summary>
internal static class DatabaseConnectionString
{
    private const string Name = "Default";
    private const string Key = $"ConnectionStrings:{Name}";
    private const string DefaultSqlite = "Data Source=data/maskedvoicemail.db";

    public static NpgsqlConnectionStringBuilder ReadPostgres(IConfiguration configuration)
    {
        const string Form = "for example Host=localhost;Database=masked_voicemail;Username=masked_voicemail;Password=…";
        var text = configuration.GetConnectionString(Name);
        if (string.IsNullOrWhiteSpace(text))
        {
            throw new SettingException(Key, $"is required with Database:Provider PostgreSql, {Form}");
        }

        var builder = Read(() => new NpgsqlConnectionStringBuilder(text), DatabaseProvider.PostgreSql, Form);
        return string.IsNullOrEmpty(builder.Host) ? throw new SettingException(Key, $"names no Host, {Form}") : builder;
    }

    public static SqliteConnectionStringBuilder ReadSqlite(IConfiguration configuration, string contentRoot)
    {
        const string Form = $"for example {DefaultSqlite}";
        var text = configuration.GetConnectionString(Name);
        var builder = Read(
            () => new SqliteConnectionStringBuilder(string.IsNullOrWhiteSpace(text) ? DefaultSqlite : text), DatabaseProvider.Sqlite, Form);
        if (string.IsNullOrEmpty(builder.DataSource))
        {
            throw new SettingException(Key, $"names no Data Source, {Form}");
        }

        builder.DataSource = Path.Combine(contentRoot, builder.DataSource);
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(builder.DataSource)!);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new SettingException(Key, $"the folder of the database can't be created: {exception.Message}");
        }

        return builder;
    }

    private static TBuilder Read<TBuilder>(Func<TBuilder> read, DatabaseProvider provider, string form)
    {
        try
        {
            return read();
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or InvalidOperationException)
        {
            throw new SettingException(Key, $"is no connection string for Database:Provider {provider}, {form}");
        }
    }
}
