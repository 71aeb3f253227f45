namespace MaskedVoicemail.Scaling;

/// <param name="ArrivedAt">In microseconds since the beginning.</param>
/// <param name="Subscription">Whose number was called.</param>
internal readonly record struct Call(double ArrivedAt, int Subscription);
