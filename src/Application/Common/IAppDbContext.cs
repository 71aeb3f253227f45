using MaskedVoicemail.Domain.Accounts;
using MaskedVoicemail.Domain.Calls;
using MaskedVoicemail.Domain.Notifications;
using MaskedVoicemail.Domain.Numbers;
using MaskedVoicemail.Domain.Operations;
using MaskedVoicemail.Domain.Subscriptions;
using MaskedVoicemail.Domain.Voicemails;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace MaskedVoicemail.Application.Common;

/// <summary>The tables, as handlers see them: EF Core is the repository (docs/decisions/0002).</summary>
public interface IAppDbContext
{
    DbSet<MaskedNumber> MaskedNumbers { get; }

    DbSet<Subscription> Subscriptions { get; }

    DbSet<Plan> Plans { get; }

    DbSet<Call> Calls { get; }

    DbSet<Voicemail> Voicemails { get; }

    DbSet<Subscriber> Subscribers { get; }

    DbSet<Notification> Notifications { get; }

    DbSet<SuppressedAddress> SuppressedAddresses { get; }

    DbSet<BackgroundStep> BackgroundSteps { get; }

    DbSet<SweepMark> SweepMarks { get; }

    DatabaseFacade Database { get; }

    ChangeTracker ChangeTracker { get; }

    Task<int> SaveChangesAsync(CancellationToken cancellationToken);
}
