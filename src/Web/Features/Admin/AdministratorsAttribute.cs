using MaskedVoicemail.Infrastructure.Accounts;
using Microsoft.AspNetCore.Authorization;

namespace MaskedVoicemail.Web.Features.Admin;

/// <summary>For administrators alone.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class AdministratorsAttribute : AuthorizeAttribute
{
    public AdministratorsAttribute() => Roles = ApplicationRole.Administrator;
}
