using BenchmarkDotNet.Running;
using MaskedVoicemail.Parts;

BenchmarkSwitcher.FromAssembly(typeof(VoiceWebhookParts).Assembly).Run(args);
