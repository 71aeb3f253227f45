using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace MaskedVoicemail.Architecture.Tests.Support;

/// <summary>What an assembly's code calls of other assemblies, read from its metadata: exact where a search of the source would guess.</summary>
internal static class MemberReferences
{
    /// <returns>Names such as <c>System.DateTime.get_UtcNow</c> and <c>System.Threading.Tasks.Task`1.get_Result</c>.</returns>
    public static IReadOnlySet<string> Of(Assembly assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly.Location));
        var reader = file.GetMetadataReader();
        return reader.MemberReferences
            .Select(reader.GetMemberReference)
            .Select(member => $"{TypeName(reader, member.Parent)}.{reader.GetString(member.Name)}")
            .ToHashSet(StringComparer.Ordinal);
    }

    private static string TypeName(MetadataReader reader, EntityHandle type)
    {
        switch (type.Kind)
        {
            case HandleKind.TypeReference:
                var reference = reader.GetTypeReference((TypeReferenceHandle)type);
                return $"{reader.GetString(reference.Namespace)}.{reader.GetString(reference.Name)}";
            case HandleKind.TypeSpecification:
                var signature = reader.GetBlobReader(reader.GetTypeSpecification((TypeSpecificationHandle)type).Signature);
                if (signature.ReadSignatureTypeCode() is not SignatureTypeCode.GenericTypeInstance)
                {
                    return "";
                }

                // Class or value type, then the generic type itself (ECMA-335, II.23.2.14).
                signature.ReadCompressedInteger();
                return TypeName(reader, signature.ReadTypeHandle());
            default:
                return "";
        }
    }
}
