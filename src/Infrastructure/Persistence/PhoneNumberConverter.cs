using MaskedVoicemail.Domain.Numbers;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace MaskedVoicemail.Infrastructure.Persistence;

internal sealed class PhoneNumberConverter() : ValueConverter<PhoneNumber, string>(number => number.E164, text => PhoneNumber.Parse(text));
