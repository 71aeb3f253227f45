using System.Security.Cryptography;

namespace MaskedVoicemail.Simulator.Account;

/// <summary>Twilio's identifiers: two letters and 32 hexadecimal digits.</summary>
public static class Sid
{
    public static string New(string prefix) => prefix + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
}
