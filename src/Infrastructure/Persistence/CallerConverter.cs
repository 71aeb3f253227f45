using MaskedVoicemail.Domain.Calls;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace MaskedVoicemail.Infrastructure.Persistence;

internal sealed class CallerConverter() : ValueConverter<Caller, string>(caller => caller.Raw, text => Caller.FromRaw(text));
