using Microsoft.EntityFrameworkCore;

namespace MaskedVoicemail.Application.Common;

/// <summary>A unique key is taken: somebody else wrote the same thing first. The databases say it in their own ways; this is the one for handlers.</summary>
public sealed class UniqueViolationException(DbUpdateException cause) : DbUpdateException("A unique key is taken already.", cause);
