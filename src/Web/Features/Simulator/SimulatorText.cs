namespace MaskedVoicemail.Web.Features.Simulator;

/// <summary>Names the texts of the simulated line (SimulatorText.zh-CN.resx).</summary>
public sealed class SimulatorText;
