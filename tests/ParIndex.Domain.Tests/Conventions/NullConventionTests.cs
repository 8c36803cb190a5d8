using System.Globalization;
using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.CompilerServices;
using ParIndex.Domain.Numbers;

namespace ParIndex.Domain.Tests.Conventions;

/// <summary>
/// Null where the signature allows none is refused as such at the door, never met somewhere behind it. Records, exceptions
/// and properties hold what they are given, and are no doors.
/// </summary>
public sealed class NullConventionTests
{
    private static readonly Dictionary<string, (MethodBase Method, ParameterInfo Parameter)> Doors = Find().ToDictionary(
        door => $"{door.Method.DeclaringType!.Name}: {door.Method}, {door.Parameter.Name}");

    public static TheoryData<string> Parameters => [.. Doors.Keys];

    [Theory, MemberData(nameof(Parameters))]
    public void Null_WhereNoneIsAllowed_IsNeverMetBehindTheDoor(string door)
    {
        var (method, parameter) = Doors[door];
        var arguments = method.GetParameters().Select(other => other.Position == parameter.Position ? null : Some(other.ParameterType)).ToArray();
        var target = method.IsStatic || method is ConstructorInfo ? null : Some(method.DeclaringType!);

        var thrown = Record.Exception(() => method is ConstructorInfo constructor ? constructor.Invoke(arguments) : method.Invoke(target, arguments));

        Assert.IsNotType<NullReferenceException>(thrown?.InnerException);
    }

    private static IEnumerable<(MethodBase Method, ParameterInfo Parameter)> Find()
    {
        var nullability = new NullabilityInfoContext();
        return from type in typeof(Rounding).Assembly.GetExportedTypes()
               where !type.IsInterface && !typeof(Exception).IsAssignableFrom(type)
               from method in type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly).Cast<MethodBase>()
                   .Concat(IsRecord(type) ? [] : type.GetConstructors())
               where !method.IsAbstract && !method.ContainsGenericParameters && !method.IsDefined(typeof(CompilerGeneratedAttribute)) && !(method.IsSpecialName && method is MethodInfo)
               from parameter in method.GetParameters()
               where !parameter.ParameterType.IsValueType && !parameter.ParameterType.IsByRef && nullability.Create(parameter).WriteState == NullabilityState.NotNull
               select (method, parameter);
    }

    private static bool IsRecord(Type type) => type.GetMethod("PrintMembers", BindingFlags.NonPublic | BindingFlags.Instance) is not null;

    /// <summary>Something of a type that a door lets pass: made by a constructor where that is possible.</summary>
    private static object Some(Type type)
    {
        if (type == typeof(string))
        {
            return "1";
        }

        if (type.IsPrimitive || type == typeof(decimal))
        {
            return Convert.ChangeType(1, type, CultureInfo.InvariantCulture);
        }

        if (type.IsArray)
        {
            return Array.CreateInstance(type.GetElementType()!, 0);
        }

        if (type.IsSubclassOf(typeof(Delegate)))
        {
            var invoke = type.GetMethod("Invoke")!;
            return Expression.Lambda(type, Expression.Default(invoke.ReturnType), invoke.GetParameters().Select(parameter => Expression.Parameter(parameter.ParameterType))).Compile();
        }

        if (type.IsInterface)
        {
            return Activator.CreateInstance(Collection(type.GetGenericTypeDefinition()).MakeGenericType(type.GetGenericArguments()))!;
        }

        var made = type.IsAbstract ? type.Assembly.GetTypes().First(other => other.IsSubclassOf(type) && !other.IsAbstract) : type;
        try
        {
            return made.GetConstructors().MinBy(constructor => constructor.GetParameters().Length) is { } constructor
                ? constructor.Invoke([.. constructor.GetParameters().Select(parameter => parameter.HasDefaultValue ? parameter.DefaultValue : Some(parameter.ParameterType))])
                : RuntimeHelpers.GetUninitializedObject(made);
        }
        catch (TargetInvocationException)
        {
            return RuntimeHelpers.GetUninitializedObject(made);
        }
    }

    private static Type Collection(Type type) =>
        type == typeof(IReadOnlyDictionary<,>) ? typeof(Dictionary<,>) : type == typeof(IReadOnlySet<>) ? typeof(HashSet<>) : typeof(List<>);
}
