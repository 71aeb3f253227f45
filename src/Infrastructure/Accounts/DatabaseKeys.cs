using System.Xml.Linq;
using MaskedVoicemail.Infrastructure.Persistence;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace MaskedVoicemail.Infrastructure.Accounts;

/// <summary>
/// Keeps Data Protection's keys in the database, so that a cookie or a link of one node is good on every other. Keys that earlier versions
/// kept in a folder are taken over whenever they are found there. The interface knows no asynchronous calls; it is asked once a day.
/// </summary>
internal sealed class DatabaseKeys(IServiceScopeFactory scopes, DirectoryInfo earlierFolder) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        var known = db.Set<DataProtectionKey>().AsNoTracking().ToDictionary(key => key.Name, key => key.Xml, StringComparer.Ordinal);
        foreach (var file in earlierFolder.Exists ? earlierFolder.EnumerateFiles("*.xml") : [])
        {
            var name = Path.GetFileNameWithoutExtension(file.Name);
            if (!known.ContainsKey(name))
            {
                known[name] = XElement.Load(file.FullName).ToString(SaveOptions.DisableFormatting);
                Store(db, name, known[name]);
            }
        }

        return [.. known.Values.Select(xml => XElement.Parse(xml))];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var scope = scopes.CreateScope();
        Store(scope.ServiceProvider.GetRequiredService<AppDbContext>(), friendlyName, element.ToString(SaveOptions.DisableFormatting));
    }

    /// <summary>Names are unique and what they stand for never changes: another node that stores the same has done the work.</summary>
    private static void Store(AppDbContext db, string name, string xml) => db.Database.ExecuteSql(
        $"""INSERT INTO "DataProtectionKeys" ("Name", "Xml") VALUES ({name}, {xml}) ON CONFLICT ("Name") DO NOTHING""");
}
