using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MaskedVoicemail.Integration.Tests.Support;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace MaskedVoicemail.Integration.Tests.Accounts;

/// <summary>The keys of cookies and links outlive restarts, nodes and the change from folders to the database.</summary>
public abstract class KeepingKeysTests(VoicemailService service)
{
    private const string Purpose = "Test";

    private readonly string _folder = Directory.CreateTempSubdirectory("masked-voicemail-").FullName;

    [Fact]
    public void What_earlier_versions_protected_with_a_key_in_the_folder_is_good_on_every_node_from_then_on()
    {
        var protectedBefore = ProtectAsAnEarlierVersion();
        using var upgraded = Node(Path.Combine(_folder, "keys"));
        using var other = Node(Path.Combine(_folder, "none"));

        Assert.Equal("hello", Unprotect(upgraded, protectedBefore));
        Assert.Equal("hello", Unprotect(other, protectedBefore));
        Assert.False(Directory.Exists(Path.Combine(_folder, "none")));
    }

    [Fact]
    public async Task What_a_node_protects_is_good_on_one_of_the_version_before()
    {
        using var node = Node(Path.Combine(_folder, "none"));
        var text = node.Services.GetDataProtector(Purpose).Protect("hello");
        var folder = Directory.CreateDirectory(Path.Combine(_folder, "keys")).FullName;
        foreach (var (index, key) in (await KeysAsync()).Index())
        {
            await File.WriteAllTextAsync(Path.Combine(folder, $"{index}.xml"), key, TestContext.Current.CancellationToken);
        }

        using var before = EarlierVersion();

        Assert.Equal("hello", before.GetDataProtector(Purpose).Unprotect(text));
    }

    [Fact]
    public async Task A_certificate_keeps_the_keys_unreadable_in_the_database()
    {
        using var rsa = RSA.Create(2048);
        using var certificate = new CertificateRequest("CN=keys", rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        var path = Path.Combine(_folder, "keys.pfx");
        await File.WriteAllBytesAsync(path, certificate.Export(X509ContentType.Pkcs12, "sesame"), TestContext.Current.CancellationToken);
        _ = service.Server;
        await service.ReadAsync(db => db.Database.ExecuteSqlRawAsync("""DELETE FROM "DataProtectionKeys" """));
        WebApplicationFactory<Program> WithCertificate() => service.WithWebHostBuilder(builder => builder
            .UseSetting("DataProtection:Path", Path.Combine(_folder, "none"))
            .UseSetting("DataProtection:Certificate:Path", path)
            .UseSetting("DataProtection:Certificate:Password", "sesame"));

        using var one = WithCertificate();
        using var other = WithCertificate();
        var text = one.Services.GetDataProtector(Purpose).Protect("hello");

        Assert.Equal("hello", Unprotect(other, text));
        var key = Assert.Single(await KeysAsync());
        Assert.Contains("EncryptedData", key, StringComparison.Ordinal);
        Assert.DoesNotContain("<masterKey", key, StringComparison.Ordinal);
    }

    private string ProtectAsAnEarlierVersion()
    {
        using var before = EarlierVersion();
        return before.GetDataProtector(Purpose).Protect("hello");
    }

    /// <summary>With keys in the folder, and of the framework's own choice.</summary>
    private ServiceProvider EarlierVersion()
    {
        var services = new ServiceCollection();
        services.AddDataProtection().SetApplicationName("MaskedVoicemail").PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(_folder, "keys")));
        return services.BuildServiceProvider();
    }

    private Task<List<string>> KeysAsync() =>
        service.ReadAsync(db => db.Database.SqlQueryRaw<string>("""SELECT "Xml" AS "Value" FROM "DataProtectionKeys" """).ToListAsync());

    private WebApplicationFactory<Program> Node(string folder) => service.WithWebHostBuilder(builder => builder.UseSetting("DataProtection:Path", folder));

    private static string Unprotect(WebApplicationFactory<Program> node, string text) => node.Services.GetDataProtector(Purpose).Unprotect(text);

    public sealed class OnSqlite(SqliteService service) : KeepingKeysTests(service), IClassFixture<SqliteService>;

    public sealed class OnPostgreSql(PostgreSqlService service) : KeepingKeysTests(service), IClassFixture<PostgreSqlService>;
}
