using MaskedVoicemail.Domain.Accounts;
using MaskedVoicemail.Domain.Common;
using MaskedVoicemail.Infrastructure.Accounts;
using MaskedVoicemail.Web.Features.Shared;
using MaskedVoicemail.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace MaskedVoicemail.Web.Features.Admin.Users;

[Administrators]
[Route("admin/users")]
public sealed class UsersController(AccountDirectory directory, AccountAdministration accounts, TimeProvider clock, IStringLocalizer<AdminText> text)
    : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(string? search, int page = 1, CancellationToken cancellationToken = default) =>
        View(new UsersViewModel(await directory.ListAsync(search, page, cancellationToken), search, clock.GetUtcNow()));

    [HttpGet("{id:guid}")]
    public async Task<IActionResult> Details(Guid id, CancellationToken cancellationToken) =>
        await directory.FindAsync(new SubscriberId(id), cancellationToken) is { } account
            ? View(new UserViewModel(account, account.Id == User.SubscriberId(), account.IsLockedAt(clock.GetUtcNow())))
            : NotFound();

    [HttpPost("{id:guid}/administrator")]
    public async Task<IActionResult> MakeAdministrator(Guid id) =>
        Answer(id, await accounts.MakeAdministratorAsync(new SubscriberId(id)), text["Administrator now, from the next sign-in on."]);

    [HttpPost("{id:guid}/subscriber")]
    public async Task<IActionResult> UnmakeAdministrator(Guid id, CancellationToken cancellationToken) =>
        Answer(id, await accounts.UnmakeAdministratorAsync(new SubscriberId(id), cancellationToken), text["No administrator any more, and signed out everywhere."]);

    [HttpPost("{id:guid}/lock")]
    public async Task<IActionResult> Lock(Guid id) =>
        Answer(id, await accounts.LockAsync(new SubscriberId(id), User.SubscriberId()), text["Locked, and signed out everywhere."]);

    [HttpPost("{id:guid}/unlock")]
    public async Task<IActionResult> Unlock(Guid id) =>
        Answer(id, await accounts.UnlockAsync(new SubscriberId(id)), text["Unlocked: the owner can sign in again."]);

    [HttpPost("{id:guid}/sign-out")]
    public async Task<IActionResult> SignOutEverywhere(Guid id) =>
        Answer(id, await accounts.SignOutEverywhereAsync(new SubscriberId(id)), text["Signed out on every device."]);

    private IActionResult Answer(Guid id, Result result, string sentence)
    {
        if (result.IsNotFound())
        {
            return NotFound();
        }

        if (result.IsSuccess)
        {
            this.ShowStatus(sentence);
        }
        else
        {
            this.ShowProblem(text.Say(result.Errors[0]));
        }

        return RedirectToAction(nameof(Details), new { id });
    }
}
