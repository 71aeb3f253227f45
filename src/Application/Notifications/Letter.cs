using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace MaskedVoicemail.Application.Notifications;

/// <summary>
/// Builds a mail block by block, each block in both forms at once: so the plain text says what the HTML says,
/// and nothing gets into the HTML without being encoded.
/// </summary>
internal sealed class Letter(Wording words, string title)
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly StringBuilder _text = new();
    private readonly StringBuilder _html = new();

    public Letter Paragraph(string sentence)
    {
        _text.Append(sentence).Append("\n\n");
        _html.Append("<p class=\"ink\" style=\"margin:0 0 16px\">").Append(Encode(sentence)).Append("</p>\n");
        return this;
    }

    /// <summary>A smaller remark.</summary>
    public Letter Note(string sentence)
    {
        _text.Append(sentence).Append("\n\n");
        _html.Append("<p class=\"soft\" style=\"margin:0 0 16px;font-size:14px;color:#4c5d56\">").Append(Encode(sentence)).Append("</p>\n");
        return this;
    }

    /// <summary>A table of names and values; empty values are left out.</summary>
    public Letter Facts(params ReadOnlySpan<(string Name, string? Value)> facts)
    {
        _html.Append("<table role=\"presentation\" width=\"100%\" cellpadding=\"0\" cellspacing=\"0\" style=\"margin:0 0 20px\">\n");
        foreach (var (name, value) in facts)
        {
            if (string.IsNullOrEmpty(value))
            {
                continue;
            }

            _text.Append(name).Append(words.Of(": ", "：")).Append(value).Append('\n');
            _html.Append("<tr><td class=\"soft line\" valign=\"top\" style=\"padding:8px 16px 8px 0;border-bottom:1px solid #dce5e1;color:#4c5d56;font-size:14px;white-space:nowrap\">")
                .Append(Encode(name))
                .Append("</td><td class=\"ink line\" width=\"100%\" style=\"padding:8px 0;border-bottom:1px solid #dce5e1;font-weight:600\"><bdi>")
                .Append(Encode(value))
                .Append("</bdi></td></tr>\n");
        }

        _text.Append('\n');
        _html.Append("</table>\n");
        return this;
    }

    /// <summary>Somebody else's words.</summary>
    public Letter Quote(string heading, string lines)
    {
        _text.Append(heading).Append('\n');
        foreach (var line in lines.Split('\n'))
        {
            _text.Append("> ").Append(line).Append('\n');
        }

        _text.Append('\n');
        _html.Append("<p class=\"soft\" style=\"margin:0 0 8px;font-size:14px;color:#4c5d56\">")
            .Append(Encode(heading))
            .Append("</p>\n<blockquote class=\"sunken ink\" dir=\"auto\" style=\"margin:0 0 20px;padding:14px 18px;background:#f6f9f8;border-left:4px solid #0b6a5b;border-radius:0 8px 8px 0\">")
            .Append(Encode(lines).Replace("&#xA;", "<br>", StringComparison.Ordinal))
            .Append("</blockquote>\n");
        return this;
    }

    public Letter Button(string label, string url)
    {
        _text.Append(label).Append(words.Of(": ", "：")).Append(url).Append("\n\n");
        _html.Append("<table role=\"presentation\" cellpadding=\"0\" cellspacing=\"0\" style=\"margin:0 0 24px\"><tr><td class=\"button\" bgcolor=\"#0b6a5b\" style=\"border-radius:8px\"><a href=\"")
            .Append(Encode(url))
            .Append("\" class=\"button\" style=\"display:inline-block;padding:12px 24px;background:#0b6a5b;border-radius:8px;color:#ffffff;font-weight:600;text-decoration:none\">")
            .Append(Encode(label))
            .Append("</a></td></tr></table>\n");
        return this;
    }

    public EmailMessage To(string recipient, string? reference = null) =>
        new(recipient, title, _text.ToString().TrimEnd() + "\n\n-- \nMaskedVoicemail\n", Page(), reference);

    private static string Encode(string text) => Encoder.Encode(text);

    private string Page() =>
        $$"""
        <!DOCTYPE html>
        <html lang="{{words.Tag}}">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width">
        <meta name="color-scheme" content="light dark">
        <meta name="supported-color-schemes" content="light dark">
        <title>{{Encode(title)}}</title>
        <style>
        @media (prefers-color-scheme: dark) {
        .ground { background: #0e1412 !important; }
        .card { background: #161e1b !important; }
        .ink { color: #e7efeb !important; }
        .soft { color: #a6b6af !important; }
        .brand { color: #62d3b9 !important; }
        .line { border-color: #2a3733 !important; }
        .sunken { background: #121917 !important; border-color: #62d3b9 !important; }
        .button { background: #62d3b9 !important; color: #04241d !important; }
        }
        </style>
        </head>
        <body class="ground" style="margin:0;padding:0;background:#f1f5f3">
        <table role="presentation" class="ground" width="100%" cellpadding="0" cellspacing="0" bgcolor="#f1f5f3" style="background:#f1f5f3">
        <tr><td align="center" style="padding:24px 12px">
        <table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:560px">
        <tr><td class="brand" style="padding:0 8px 16px;font:700 15px/1.4 -apple-system,'Segoe UI',Roboto,'PingFang SC','Microsoft YaHei',sans-serif;color:#0b6a5b">MaskedVoicemail</td></tr>
        <tr><td class="card ink" bgcolor="#ffffff" style="padding:28px;background:#ffffff;border-radius:12px;font:16px/1.55 -apple-system,'Segoe UI',Roboto,'PingFang SC','Microsoft YaHei',sans-serif;color:#13211c">
        <h1 class="ink" style="margin:0 0 20px;font-size:21px;line-height:1.3;color:#13211c"><bdi>{{Encode(title)}}</bdi></h1>
        {{_html}}</td></tr>
        </table>
        </td></tr>
        </table>
        </body>
        </html>
        """;
}
