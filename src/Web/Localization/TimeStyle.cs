namespace MaskedVoicemail.Web.Localization;

/// <summary>How precisely a page says when something was.</summary>
public enum TimeStyle
{
    /// <summary>As short as the distance allows: the time today, the weekday this week, else the date.</summary>
    Near,

    Date,

    DateAndTime,

    /// <summary>The time of the day alone, with seconds.</summary>
    Clock,
}
