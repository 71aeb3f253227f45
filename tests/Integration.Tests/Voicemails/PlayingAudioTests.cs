using System.Net;
using MaskedVoicemail.Integration.Tests.Support;
using Microsoft.AspNetCore.Mvc.Testing;

namespace MaskedVoicemail.Integration.Tests.Voicemails;

/// <summary>A message's audio as players ask for it: whole, in parts, or only its size.</summary>
public abstract class PlayingAudioTests(VoicemailService service)
{
    private static byte[] Audio => Mailbox.Spoken.Wav.ToArray();

    [Theory]
    [InlineData("bytes=0-9", HttpStatusCode.PartialContent, 10)]
    [InlineData("bytes=-1", HttpStatusCode.PartialContent, 1)]
    [InlineData("bytes=44-", HttpStatusCode.PartialContent, null)]
    [InlineData("bytes=0-999999999", HttpStatusCode.PartialContent, null)]
    [InlineData("bytes=999999999-", HttpStatusCode.RequestedRangeNotSatisfiable, 0)]
    [InlineData("bytes=5-2", HttpStatusCode.OK, null)]
    [InlineData("bytes=0-1,4-5", HttpStatusCode.OK, null)]
    public async Task A_part_is_sent_where_one_is_asked_for(string range, HttpStatusCode status, int? length)
    {
        var (reader, url) = await HasMessageAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        request.Headers.TryAddWithoutValidation("Range", range);

        using var answer = await reader.SendAsync(request);
        var content = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);

        Assert.Equal(status, answer.StatusCode);
        if (length is not null)
        {
            Assert.Equal(length, content.Length);
        }

        var from = answer.Content.Headers.ContentRange?.From ?? 0;
        Assert.Equal(Audio.Skip((int)from).Take(content.Length), content);
        reader.Dispose();
    }

    [Fact]
    public async Task The_audio_is_private_and_named_by_its_time_alone()
    {
        var (reader, url) = await HasMessageAsync();

        using var answer = await reader.GetAsync(url);
        using var download = await reader.GetAsync($"{url}?download=1");

        Assert.Equal(Audio, await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Equal("audio/wav", answer.Content.Headers.ContentType?.ToString());
        Assert.Equal("no-store, private", answer.Headers.CacheControl?.ToString());
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("same-origin", Assert.Single(answer.Headers.GetValues("Cross-Origin-Resource-Policy")));
        Assert.Equal("inline", answer.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Matches(@"^voicemail-\d{8}-\d{6}\.wav$", answer.Content.Headers.ContentDisposition?.FileName);
        Assert.Equal("attachment", download.Content.Headers.ContentDisposition?.DispositionType);
        reader.Dispose();
    }

    [Fact]
    public async Task Its_size_can_be_asked_for()
    {
        var (reader, url) = await HasMessageAsync();

        using var answer = await reader.SendAsync(new HttpRequestMessage(HttpMethod.Head, url));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(Audio.Length, answer.Content.Headers.ContentLength);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        reader.Dispose();
    }

    [Fact]
    public async Task Nobody_hears_it_without_signing_in()
    {
        var (reader, url) = await HasMessageAsync();
        using var stranger = service.CreateClient(new WebApplicationFactoryClientOptions
        {
            BaseAddress = new Uri(VoicemailService.PublicBaseUrl),
            AllowAutoRedirect = false,
        });

        using var answer = await stranger.GetAsync(url, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("/account/login", answer.Headers.Location?.AbsolutePath);
        reader.Dispose();
    }

    private async Task<(Reader Reader, string Url)> HasMessageAsync()
    {
        var number = await service.HasNumberAsync(settings => settings with { IsEnabled = false });
        return (new Reader(service, number.OwnerId), $"/voicemails/{await service.HasMessageAsync(number)}/audio");
    }

    public sealed class FromFiles(SqliteService service) : PlayingAudioTests(service), IClassFixture<SqliteService>;

    public sealed class FromS3(S3Service service) : PlayingAudioTests(service), IClassFixture<S3Service>;
}
