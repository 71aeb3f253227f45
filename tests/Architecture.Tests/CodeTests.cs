using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using FluentValidation;
using MaskedVoicemail.Architecture.Tests.Support;
using MediatR;

namespace MaskedVoicemail.Architecture.Tests;

public sealed partial class CodeTests
{
    private static readonly HashSet<Type> HandlerInterfaces =
        [typeof(IRequestHandler<>), typeof(IRequestHandler<,>), typeof(INotificationHandler<>), typeof(IValidator<>)];

    private static readonly HashSet<string> Clocks = new(StringComparer.Ordinal)
    {
        "System.DateTime.get_Now",
        "System.DateTime.get_Today",
        "System.DateTime.get_UtcNow",
        "System.DateTimeOffset.get_Now",
        "System.DateTimeOffset.get_UtcNow",
    };

    private static readonly HashSet<string> BlockingCalls = new(StringComparer.Ordinal)
    {
        "System.Threading.Tasks.Task.Wait",
        "System.Threading.Tasks.Task.WaitAll",
        "System.Threading.Tasks.Task.WaitAny",
        "System.Threading.Tasks.Task`1.get_Result",
        "System.Threading.Tasks.ValueTask`1.get_Result",
        "System.Threading.Thread.Sleep",
    };

    [Fact]
    public void Handlers_and_validators_are_internal_and_sealed()
    {
        var open = Layers.WrittenTypes(Layers.Application)
            .Where(type => type is { IsClass: true, IsAbstract: false })
            .Where(type => type.GetInterfaces().Any(contract => contract.IsGenericType && HandlerInterfaces.Contains(contract.GetGenericTypeDefinition())))
            .Where(type => type.IsPublic || !type.IsSealed)
            .Select(type => type.FullName!);

        Violations.MustBeNone(open, "Requests are public, what serves them is internal sealed:");
    }

    [Fact]
    public void Nothing_in_the_domain_can_be_set_from_outside()
    {
        var settable = Layers.WrittenTypes(Layers.Domain)
            .SelectMany(type => type.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly))
            .Where(property => property.SetMethod is { IsPublic: true } setter && !IsInitOnly(setter))
            .Select(property => $"{property.DeclaringType!.FullName}.{property.Name}");
        var fields = Layers.WrittenTypes(Layers.Domain)
            .Where(type => !type.IsEnum)
            .SelectMany(type => type.GetFields(BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.DeclaredOnly))
            .Where(field => field is { IsInitOnly: false, IsLiteral: false })
            .Select(field => $"{field.DeclaringType!.FullName}.{field.Name}");

        Violations.MustBeNone(settable.Concat(fields), "An entity changes by its methods only:");
    }

    [Fact]
    public void Time_comes_from_the_TimeProvider() =>
        Violations.MustBeNone(Uses(Clocks), "Take a TimeProvider, or the time as an argument:");

    [Fact]
    public void No_thread_waits_for_a_task() =>
        Violations.MustBeNone(
            Uses(BlockingCalls).Concat(Repository.Files("src", ".cs", ".cshtml")
                .Where(file => GetResultOfAwaiter().IsMatch(file.Code))
                .Select(file => $"{file.Path}: GetAwaiter().GetResult()")),
            "Await it:");

    private static IEnumerable<string> Uses(HashSet<string> members) =>
        from assembly in Layers.All
        from member in MemberReferences.Of(assembly)
        where members.Contains(member)
        select $"{assembly.GetName().Name} uses {member}";

    private static bool IsInitOnly(MethodInfo setter) =>
        setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit));

    // The compiler itself emits this call for every await, so the metadata cannot tell.
    [GeneratedRegex(@"\.\s*GetAwaiter\(\)\s*\.\s*GetResult\(\)")]
    private static partial Regex GetResultOfAwaiter();
}
