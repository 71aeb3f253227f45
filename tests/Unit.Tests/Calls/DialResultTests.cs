using MaskedVoicemail.Domain.Calls;

namespace MaskedVoicemail.Unit.Tests.Calls;

public sealed class DialResultTests
{
    [Theory]
    [InlineData("completed", true, 42, false)]
    [InlineData("completed", true, 42, true)]
    [InlineData("completed", null, 42, false)]
    [InlineData("completed", null, 42, true)]
    [InlineData("completed", true, null, true)]
    [InlineData("answered", null, null, false)]
    public void Two_people_who_talked_were_connected(string status, bool? bridged, int? seconds, bool callerGone)
    {
        Assert.True(new DialResult(status, bridged, seconds, callerGone).WasAnswered);
    }

    [Theory]
    [InlineData("busy", null, null, false)]
    [InlineData("no-answer", false, null, false)]
    [InlineData("failed", null, null, false)]
    [InlineData("canceled", null, null, true)]
    [InlineData("", null, null, false)]
    [InlineData("completed", false, 7, false)]
    [InlineData("completed", null, null, true)]
    [InlineData("completed", null, 0, true)]
    public void Everything_else_is_a_missed_call(string status, bool? bridged, int? seconds, bool callerGone)
    {
        Assert.False(new DialResult(status, bridged, seconds, callerGone).WasAnswered);
    }
}
