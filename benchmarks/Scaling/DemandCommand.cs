using System.CommandLine;

namespace MaskedVoicemail.Scaling;

/// <summary>Arithmetic, nothing else: from calls a day to what has to be done each second, and to what is stored in a year.</summary>
internal static class DemandCommand
{
    private const double Days = 365;
    private const double DaysAMonth = Days / 12;

    public static Command Create()
    {
        var days = new Option<double[]>("--calls-a-day")
        {
            DefaultValueFactory = _ => [100_000, 1_000_000, 10_000_000, 100_000_000],
            AllowMultipleArgumentsPerToken = true,
        };
        var kind = new Argument<string>("kind") { Description = "rates: of calls; storage: rows, audio and log; work: after the calls; ends: what carries how much." };
        kind.AcceptOnlyFromAmong("rates", "storage", "work", "ends");
        var command = new Command("demand", "Arithmetic: from calls a day to calls a second, work and storage.") { kind, days };
        command.SetAction(arguments =>
        {
            var (output, asked, habits) = (arguments.InvocationConfiguration.Output, arguments.GetValue(days)!, new Habits());
            switch (arguments.GetValue(kind))
            {
                case "rates":
                    PrintRates(output, asked, habits, new Costs());
                    break;
                case "storage":
                    PrintStorage(output, asked, habits, new Sizes());
                    break;
                case "work":
                    PrintWork(output, asked, habits);
                    break;
                default:
                    PrintEnds(output, habits);
                    break;
            }
        });
        return command;
    }

    private static void PrintRates(TextWriter output, double[] days, Habits habits, Costs costs)
    {
        var table = new Table(
            output,
            "calls a day", "average calls/s", "busy hour calls/s", "peak calls/s", "peak requests/s", "peak messages/s", "nodes' processors", "PostgreSQL's processors");
        foreach (var day in days)
        {
            var busy = habits.InBusyHour(day);
            var peak = busy * habits.Peak;
            var node = costs.NodeCall + (habits.Reports * costs.NodeReport);
            var database = costs.DatabaseCall + costs.DatabaseBatch + (habits.Reports * costs.DatabaseReport);
            table.Add(
                $"{day:N0}", $"{day / 86_400:N1}", $"{busy:N1}", $"{peak:N1}", $"{peak * (1 + habits.Reports):N0}", $"{peak * habits.Messages:N1}",
                $"{peak * node / 1e6:N2}", $"{peak * database / 1e6:N2}");
        }
    }

    private static void PrintStorage(TextWriter output, double[] days, Habits habits, Sizes sizes)
    {
        var table = new Table(
            output,
            "calls a day", "rows of calls, GB a year", "their indexes", "messages with their work, GB a year", "their indexes", "audio, TB a year", "log, GB a day",
            "all tables, GB a month");
        foreach (var day in days)
        {
            var messages = day * habits.Messages;
            var (calls, callIndexes) = (day * sizes.Call, day * sizes.CallIndexes);
            var (rows, indexes) = (messages * (sizes.Message + sizes.Work), messages * (sizes.MessageIndexes + sizes.WorkIndexes));
            table.Add(
                $"{day:N0}", $"{calls * Days / 1e9:N0}", $"{callIndexes * Days / 1e9:N0}", $"{rows * Days / 1e9:N0}", $"{indexes * Days / 1e9:N0}",
                $"{messages * habits.Seconds * sizes.AudioSecond * Days / 1e12:N1}", $"{((day * sizes.CallLog) + (messages * sizes.MessageLog)) / 1e9:N1}",
                $"{(calls + callIndexes + rows + indexes) * DaysAMonth / 1e9:N1}");
        }
    }

    private static void PrintWork(TextWriter output, double[] days, Habits habits)
    {
        var table = new Table(
            output,
            "calls a day", "busy hour messages/s", "steps/s", "÷ what the engine carries", "audio fetched, Mbit/s", "fetches at once", "nodes for them", "e-mails at once",
            "nodes for them");
        foreach (var day in days)
        {
            var messages = habits.InBusyHour(day) * habits.Messages;
            var (fetches, mails) = (messages * habits.FetchSeconds, messages * habits.MailSeconds);
            table.Add(
                $"{day:N0}", $"{messages:N1}", $"{messages * habits.Steps:N1}", $"{messages * habits.Steps / Engine.JobsASecond:N2}",
                $"{messages * habits.Seconds * new Sizes().AudioSecond * 8 / 1e6:N1}", $"{fetches:N1}", $"{Math.Ceiling(fetches / habits.Fetches):N0}", $"{mails:N1}",
                $"{Math.Ceiling(mails / habits.Mails):N0}");
        }
    }

    private static void PrintEnds(TextWriter output, Habits habits)
    {
        var table = new Table(output, "what ends", "carries a second", "that is calls/s in the busy hour", "calls a day");
        Add($"engine, a job for each of four steps", $"{Engine.JobsASecond:N0} jobs", Engine.JobsASecond / habits.Steps);
        Add($"engine, a job for each of three steps", $"{Engine.JobsASecond:N0} jobs", Engine.JobsASecond / (habits.Steps - 1));
        Add($"engine, one job a message", $"{Engine.JobsASecond:N0} jobs", Engine.JobsASecond);
        Add($"two statements a step, four steps", $"{Engine.FrugalJobsASecond:N0} steps", Engine.FrugalJobsASecond / habits.Steps);
        Add($"two statements a step, one step a message", $"{Engine.FrugalJobsASecond:N0} steps", Engine.FrugalJobsASecond);
        Add($"fetching on one node", $"{habits.Fetches / habits.FetchSeconds:N0} messages", habits.Fetches / habits.FetchSeconds);
        Add($"fetching on ten nodes", $"{10 * habits.Fetches / habits.FetchSeconds:N0} messages", 10 * habits.Fetches / habits.FetchSeconds);
        Add($"e-mails on one node", $"{habits.Mails / habits.MailSeconds:N0} messages", habits.Mails / habits.MailSeconds);

        void Add(FormattableString what, FormattableString carries, double messages)
        {
            var calls = messages / habits.Messages;
            table.Add(what, carries, $"{calls:N0}", $"{habits.CallsADay(calls):N0}");
        }
    }
}
