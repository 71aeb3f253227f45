using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MaskedVoicemail.Application.Common;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.AuthenticatedEncryption;
using Microsoft.AspNetCore.DataProtection.AuthenticatedEncryption.ConfigurationModel;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace MaskedVoicemail.Infrastructure.Accounts;

/// <summary>The keys of cookies and links.</summary>
public static class KeyServices
{
    private const string EagerReader = "Microsoft.AspNetCore.DataProtection.Internal.DataProtectionHostedService";

    private const string EarlierFolder = "DataProtection:Path";
    private const string CertificatePath = "DataProtection:Certificate:Path";
    private const string CertificatePassword = "DataProtection:Certificate:Password";

    internal static IServiceCollection AddKeys(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        var folder = new DirectoryInfo(Path.Combine(environment.ContentRootPath, configuration[EarlierFolder] ?? "data/keys"));
        // Faster than the default, which enciphers and then signs: every page opens two cookies and makes a form's token. Keys say what they are for, so
        // cookies and links of keys made before stay good.
        var keys = services
            .AddDataProtection()
            .SetApplicationName("MaskedVoicemail")
            .UseCryptographicAlgorithms(new AuthenticatedEncryptorConfiguration { EncryptionAlgorithm = EncryptionAlgorithm.AES_256_GCM });
        services.AddOptions<KeyManagementOptions>()
            .Configure<IServiceScopeFactory>((options, scopes) => options.XmlRepository = new DatabaseKeys(scopes, folder));
        if (configuration[CertificatePath] is { Length: > 0 } path)
        {
            keys.ProtectKeysWithCertificate(ReadCertificate(Path.Combine(environment.ContentRootPath, path), configuration[CertificatePassword]));
        }

        return services;
    }

    /// <summary>
    /// The framework reads the keys before the server listens, and would hold it up for as long as a missing database takes to time out, callers
    /// included. Without that they are read when the first page needs them. To be called last: whoever adds Data Protection adds it again.
    /// </summary>
    public static IServiceCollection ReadKeysWhenNeeded(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        foreach (var eager in services.Where(service => service.ImplementationType?.FullName == EagerReader).ToList())
        {
            services.Remove(eager);
        }

        return services;
    }

    /// <summary>Makes the first key where there is none, while nobody else does: two that were made at once would not know each other for a day.</summary>
    internal static void EnsureKey(this IServiceProvider services) => services.GetDataProtector("FirstKey").Protect([]);

    private static X509Certificate2 ReadCertificate(string path, string? password)
    {
        try
        {
            var certificate = X509CertificateLoader.LoadPkcs12FromFile(path, password);
            return certificate.GetRSAPrivateKey() is not null
                ? certificate
                : throw new SettingException(CertificatePath, "the certificate has no RSA private key.");
        }
        catch (Exception exception) when (exception is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new SettingException(CertificatePath, $"the certificate can't be read (PKCS #12, with DataProtection:Certificate:Password): {exception.Message}");
        }
    }
}
