using System.Text.Json;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace MaskedVoicemail.Infrastructure.Notifications;

/// <summary>Mails as files, one each, that a page shows: for development, where nothing is to be sent.</summary>
public sealed class Outbox(IOptions<EmailOptions> options, IHostEnvironment environment, TimeProvider clock)
{
    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true };

    private readonly string _folder = Path.Combine(environment.ContentRootPath, options.Value.OutboxPath);

    public async Task<OutboxEmail> AddAsync(
        string to, string subject, string text, string html, string? reference, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var email = new OutboxEmail(Guid.CreateVersion7(now), now, to, subject, text, html, reference);
        Directory.CreateDirectory(_folder);
        var temporary = PathOf(email.Id) + ".part";
        await using (var file = File.Create(temporary))
        {
            await JsonSerializer.SerializeAsync(file, email, Json, cancellationToken);
        }

        File.Move(temporary, PathOf(email.Id));
        return email;
    }

    /// <returns>Newest first; the names of the files sort by time.</returns>
    public async Task<IReadOnlyList<OutboxEmail>> ListAsync(int count, CancellationToken cancellationToken)
    {
        var emails = new List<OutboxEmail>();
        if (Directory.Exists(_folder))
        {
            foreach (var path in Directory.EnumerateFiles(_folder, "*.json").OrderDescending(StringComparer.Ordinal).Take(count))
            {
                emails.Add(await ReadAsync(path, cancellationToken));
            }
        }

        return emails;
    }

    public async Task<OutboxEmail?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        File.Exists(PathOf(id)) ? await ReadAsync(PathOf(id), cancellationToken) : null;

    public void DeleteAll()
    {
        if (Directory.Exists(_folder))
        {
            foreach (var path in Directory.EnumerateFiles(_folder, "*.json"))
            {
                File.Delete(path);
            }
        }
    }

    private static async Task<OutboxEmail> ReadAsync(string path, CancellationToken cancellationToken)
    {
        await using var file = File.OpenRead(path);
        return await JsonSerializer.DeserializeAsync<OutboxEmail>(file, Json, cancellationToken)
            ?? throw new InvalidDataException($"{Path.GetFileName(path)} holds no mail.");
    }

    private string PathOf(Guid id) => Path.Combine(_folder, $"{id}.json");
}
