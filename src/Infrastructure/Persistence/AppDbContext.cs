using System.Data.Common;
using MaskedVoicemail.Application.Common;
using MaskedVoicemail.Domain.Accounts;
using MaskedVoicemail.Domain.Calls;
using MaskedVoicemail.Domain.Notifications;
using MaskedVoicemail.Domain.Numbers;
using MaskedVoicemail.Domain.Operations;
using MaskedVoicemail.Domain.Subscriptions;
using MaskedVoicemail.Domain.Voicemails;
using MaskedVoicemail.Infrastructure.Accounts;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace MaskedVoicemail.Infrastructure.Persistence;

/// <summary>The one model; each provider has a derived context with its own migrations.</summary>
public abstract class AppDbContext(DbContextOptions options)
    : IdentityDbContext<ApplicationUser, ApplicationRole, Guid>(options), IAppDbContext
{
    public DbSet<MaskedNumber> MaskedNumbers => Set<MaskedNumber>();

    public DbSet<Subscription> Subscriptions => Set<Subscription>();

    public DbSet<Plan> Plans => Set<Plan>();

    public DbSet<Call> Calls => Set<Call>();

    public DbSet<Voicemail> Voicemails => Set<Voicemail>();

    public DbSet<Subscriber> Subscribers => Set<Subscriber>();

    public DbSet<Notification> Notifications => Set<Notification>();

    public DbSet<SuppressedAddress> SuppressedAddresses => Set<SuppressedAddress>();

    public DbSet<BackgroundStep> BackgroundSteps => Set<BackgroundStep>();

    public DbSet<SweepMark> SweepMarks => Set<SweepMark>();

    /// <exception cref="UniqueViolationException">A unique key is taken.</exception>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        try
        {
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        }
        catch (DbUpdateException exception) when (exception.InnerException is DbException failure && IsUniqueViolation(failure))
        {
            throw new UniqueViolationException(exception);
        }
    }

    /// <summary>How this database says that a unique key is taken.</summary>
    protected abstract bool IsUniqueViolation(DbException failure);

    /// <summary>A time as this database keeps it, for statements that EF Core does not write.</summary>
    internal abstract object ToStored(DateTimeOffset time);

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(AppDbContext).Assembly);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<CallId>().HaveConversion<IdConverter<CallId>>();
        configurationBuilder.Properties<MaskedNumberId>().HaveConversion<IdConverter<MaskedNumberId>>();
        configurationBuilder.Properties<NotificationId>().HaveConversion<IdConverter<NotificationId>>();
        configurationBuilder.Properties<PlanId>().HaveConversion<IdConverter<PlanId>>();
        configurationBuilder.Properties<SubscriberId>().HaveConversion<IdConverter<SubscriberId>>();
        configurationBuilder.Properties<SubscriptionId>().HaveConversion<IdConverter<SubscriptionId>>();
        configurationBuilder.Properties<VoicemailId>().HaveConversion<IdConverter<VoicemailId>>();
        configurationBuilder.Properties<PhoneNumber>().HaveConversion<PhoneNumberConverter>().HaveMaxLength(PhoneNumber.MaxLength);
        configurationBuilder.Properties<Caller>().HaveConversion<CallerConverter>().HaveMaxLength(Caller.MaxLength);

        // Enumerations are stored by name: a table is read by operators too.
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(32);
    }
}
