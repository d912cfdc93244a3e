// Opens what the portal seals for Highstage: credentials and canaries. One file, .NET 8, nothing but the base class
// library. The format and the order of the checks are those of src/docs/sealed-credential.md; the reasons are those of
// the test vectors in src/test/resources/vectors/sealed-credential.json.
//
// NOT COMPILED where the portal is built: there is no .NET there. Before you rely on it, run every vector through it:
// what has "opens" must open, what has "refused" must be refused for exactly that reason.
//
//   var reader = new SealedCredentialReader(
//       privateKeys,                       // RSA, yours: the present one and former ones
//       publishedSigningKeys,              // public_key of each row of highstage_signing_key_v1
//       new HashSet<string> { "..." },     // IDs of signing keys that the portal's operator gave you by a trusted way
//       "https://portal.example.com");     // the portal's portal.vault.issuer
//   var opened = reader.Open(row.SealedCredential,
//       new Row(row.ConnectionId, row.TenantId, row.ClientId, highestSequenceSeen));
//   ... store opened.Sequence as seen before you use opened.ClientSecret ...
//
//   var canary = reader.Canary(keyRow.Canary, keyRow.KeyId);
//   insert or update highstage_canary_answer (key_id, answer, answered_at) with keyRow.KeyId, canary.Answer, now

using System;
using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Highstage.Portal.Reader;

/// <summary>Why a value is not trusted.</summary>
public enum Reason
{
    /// <summary>It is not in the described form.</summary>
    Format,

    /// <summary>Other algorithms, compression, or an extension that must be understood.</summary>
    Algorithm,

    /// <summary>Sealed for a key that the reader does not have.</summary>
    Recipient,

    /// <summary>The authentication tag has not exactly 128 bits.</summary>
    Tag,

    /// <summary>It does not open.</summary>
    Decryption,

    /// <summary>Not signed, or not by the portal.</summary>
    Signature,

    /// <summary>From another portal.</summary>
    Issuer,

    /// <summary>For somebody else.</summary>
    Audience,

    /// <summary>It belongs into another row.</summary>
    Row,

    /// <summary>A newer one has been seen.</summary>
    Sequence
}

/// <summary>A value is not trusted. Nothing of its content is in the message.</summary>
public sealed class RefusedException(Reason reason) : Exception(reason.ToString())
{
    public Reason Reason { get; } = reason;
}

/// <summary>Where a sealed credential was found. GUIDs in lower case with hyphens: <c>guid.ToString("D")</c>.</summary>
/// <param name="Connection">The row's connection_id.</param>
/// <param name="Tenant">The row's tenant_id.</param>
/// <param name="Client">The row's client_id.</param>
/// <param name="Seen">The highest sequence that the reader has seen for this connection; 0 at first.</param>
public sealed record Row(string Connection, string Tenant, string Client, long Seen);

/// <summary>What was in it: a client secret, or a private key with its certificate.</summary>
public sealed class OpenedCredential
{
    public required long Sequence { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public string? KeyId { get; init; }

    public string? ClientSecret { get; init; }

    /// <summary>PKCS#8 in PEM, for <c>X509Certificate2.CreateFromPem(CertificatePem, PrivateKeyPem)</c>.</summary>
    public string? PrivateKeyPem { get; init; }

    public string? CertificatePem { get; init; }

    // not a record: that would print the secret
    public override string ToString() => $"OpenedCredential[{Sequence}]";
}

/// <summary>What was in a canary.</summary>
/// <param name="Content">The random value.</param>
/// <param name="Answer">Its SHA-256 in lower-case hexadecimal: this goes back to the portal.</param>
public sealed record OpenedCanary(string Content, string Answer);

/// <summary>Reads sealed credentials and canaries. It may be used by several threads if the keys may be.</summary>
public sealed class SealedCredentialReader
{
    private const int TagBytes = 16;

    private const int NonceBytes = 12;

    private const int KeyBytes = 32;

    private readonly Dictionary<string, RSA> recipients;

    private readonly Dictionary<string, ECDsa> signers;

    private readonly string issuer;

    public SealedCredentialReader(IEnumerable<RSA> recipients, IEnumerable<string> publishedSigningKeys,
        IReadOnlySet<string> trustedSigningKeyIds, string issuer)
    {
        this.recipients = recipients.ToDictionary(Thumbprint);
        this.signers = Trusted(publishedSigningKeys, trustedSigningKeyIds);
        this.issuer = issuer;
    }

    /// <summary>Opens a sealed credential.</summary>
    /// <exception cref="RefusedException">With the first reason not to trust it.</exception>
    public OpenedCredential Open(string value, Row row)
    {
        using JsonDocument document = OpenEnvelope(value);
        JsonElement claims = document.RootElement;
        Check(IsText(claims, "sub", row.Connection) && IsText(claims, "tid", row.Tenant)
            && IsText(claims, "client_id", row.Client), Reason.Row);
        long sequence = Number(claims, "seq");
        Check(sequence >= row.Seen, Reason.Sequence);
        string? secret = Text(claims, "client_secret");
        string? privateKey = Text(claims, "private_key");
        string? certificate = Text(claims, "certificate");
        Check(secret is not null || (privateKey is not null && certificate is not null), Reason.Format);
        return new OpenedCredential
        {
            Sequence = sequence,
            ExpiresAt = DateTimeOffset.FromUnixTimeSeconds(Number(claims, "secret_exp")),
            KeyId = Text(claims, "key_id"),
            ClientSecret = secret,
            PrivateKeyPem = secret is null ? privateKey : null,
            CertificatePem = secret is null ? certificate : null
        };
    }

    /// <summary>Opens a canary.</summary>
    /// <param name="value">The canary column of highstage_recipient_key_v1.</param>
    /// <param name="keyId">The same row's key_id.</param>
    /// <exception cref="RefusedException">With the first reason not to trust it. Do not answer then.</exception>
    public OpenedCanary Canary(string value, string keyId)
    {
        using JsonDocument document = OpenEnvelope(value);
        JsonElement claims = document.RootElement;
        Check(IsText(claims, "sub", keyId), Reason.Row);
        string content = Text(claims, "canary") ?? throw new RefusedException(Reason.Format);
        byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes(content));
        return new OpenedCanary(content, Convert.ToHexString(hash).ToLowerInvariant());
    }

    private JsonDocument OpenEnvelope(string value)
    {
        JsonDocument claims = Verify(Decrypt(value));
        try
        {
            Check(claims.RootElement.ValueKind == JsonValueKind.Object, Reason.Format);
            Check(IsText(claims.RootElement, "iss", this.issuer), Reason.Issuer);
            Check(IsText(claims.RootElement, "aud", "highstage"), Reason.Audience);
            return claims;
        }
        catch (RefusedException)
        {
            claims.Dispose();
            throw;
        }
    }

    private string Decrypt(string value)
    {
        string[] parts = value.Split('.');
        Check(parts.Length == 5, Reason.Format);
        using JsonDocument document = Parse(Base64Url(parts[0], Reason.Format), Reason.Format);
        JsonElement header = document.RootElement;
        Check(header.ValueKind == JsonValueKind.Object, Reason.Format);
        Check(IsText(header, "alg", "RSA-OAEP-256") && IsText(header, "enc", "A256GCM")
            && !header.TryGetProperty("zip", out _) && !header.TryGetProperty("crit", out _), Reason.Algorithm);
        string? kid = Text(header, "kid");
        RSA key = kid is not null && this.recipients.TryGetValue(kid, out RSA? found)
            ? found
            : throw new RefusedException(Reason.Recipient);
        byte[] tag = Base64Url(parts[4], Reason.Format);
        // AesGcm would be content with 12 bytes of a right tag
        Check(tag.Length == TagBytes, Reason.Tag);
        string content = Decrypt(key, parts, tag);
        Check(IsText(header, "cty", "JWT"), Reason.Signature);
        return content;
    }

    private static string Decrypt(RSA key, string[] parts, byte[] tag)
    {
        byte[] encryptedKey = Base64Url(parts[1], Reason.Format);
        byte[] nonce = Base64Url(parts[2], Reason.Format);
        byte[] ciphertext = Base64Url(parts[3], Reason.Format);
        Check(nonce.Length == NonceBytes, Reason.Decryption);
        byte[] contentKey = [];
        byte[] content = new byte[ciphertext.Length];
        try
        {
            contentKey = key.Decrypt(encryptedKey, RSAEncryptionPadding.OaepSHA256);
            Check(contentKey.Length == KeyBytes, Reason.Decryption);
            using var gcm = new AesGcm(contentKey, TagBytes);
            gcm.Decrypt(nonce, ciphertext, tag, content, Encoding.ASCII.GetBytes(parts[0]));
            return Encoding.UTF8.GetString(content);
        }
        catch (CryptographicException)
        {
            throw new RefusedException(Reason.Decryption);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(contentKey);
            CryptographicOperations.ZeroMemory(content);
        }
    }

    private JsonDocument Verify(string jws)
    {
        string[] parts = jws.Split('.');
        Check(parts.Length == 3, Reason.Signature);
        using JsonDocument document = Parse(Base64Url(parts[0], Reason.Signature), Reason.Signature);
        JsonElement header = document.RootElement;
        Check(header.ValueKind == JsonValueKind.Object && IsText(header, "alg", "ES256")
            && !header.TryGetProperty("crit", out _), Reason.Signature);
        // a key in the header (jwk, x5c, jku) is not even looked at
        string? kid = Text(header, "kid");
        ECDsa signer = kid is not null && this.signers.TryGetValue(kid, out ECDsa? found)
            ? found
            : throw new RefusedException(Reason.Signature);
        byte[] signed = Encoding.ASCII.GetBytes(parts[0] + "." + parts[1]);
        byte[] signature = Base64Url(parts[2], Reason.Signature);
        Check(signature.Length == 64 && signer.VerifyData(signed, signature, HashAlgorithmName.SHA256,
            DSASignatureFormat.IeeeP1363FixedFieldConcatenation), Reason.Signature);
        return Parse(Base64Url(parts[1], Reason.Format), Reason.Format);
    }

    /// <summary>
    /// Which of the published keys are to be believed: a key's ID is computed, not read, because whoever can write to
    /// the database can publish any key under any name.
    /// </summary>
    private static Dictionary<string, ECDsa> Trusted(IEnumerable<string> published, IReadOnlySet<string> trusted)
    {
        var keys = new Dictionary<string, ECDsa>();
        foreach (string jwk in published)
        {
            try
            {
                using JsonDocument document = JsonDocument.Parse(jwk);
                string x = Text(document.RootElement, "x") ?? "";
                string y = Text(document.RootElement, "y") ?? "";
                string id = Thumbprint($$"""{"crv":"P-256","kty":"EC","x":"{{x}}","y":"{{y}}"}""");
                if (trusted.Contains(id) && !keys.ContainsKey(id))
                {
                    keys.Add(id, ECDsa.Create(new ECParameters
                    {
                        Curve = ECCurve.NamedCurves.nistP256,
                        Q = new ECPoint { X = Base64Url(x, Reason.Format), Y = Base64Url(y, Reason.Format) }
                    }));
                }
            }
            catch (Exception ex) when (ex is JsonException or RefusedException or CryptographicException
                or InvalidOperationException)
            {
                // somebody else's row must not keep the portal's from being read
            }
        }
        return keys;
    }

    private static string Thumbprint(RSA key)
    {
        RSAParameters parameters = key.ExportParameters(false);
        string e = ToBase64Url(parameters.Exponent!);
        string n = ToBase64Url(parameters.Modulus!);
        return Thumbprint($$"""{"e":"{{e}}","kty":"RSA","n":"{{n}}"}""");
    }

    /// <summary>RFC 7638: the members in this order, without blanks.</summary>
    private static string Thumbprint(string members) => ToBase64Url(SHA256.HashData(Encoding.UTF8.GetBytes(members)));

    private static JsonDocument Parse(byte[] json, Reason otherwise)
    {
        try
        {
            return JsonDocument.Parse(json);
        }
        catch (JsonException)
        {
            throw new RefusedException(otherwise);
        }
    }

    private static bool IsText(JsonElement members, string name, string expected) =>
        string.Equals(Text(members, name), expected, StringComparison.Ordinal);

    private static string? Text(JsonElement members, string name) =>
        members.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String
            && value.GetString() is { Length: > 0 } text ? text : null;

    private static long Number(JsonElement members, string name) =>
        members.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.Number
            && value.TryGetInt64(out long number) ? number : throw new RefusedException(Reason.Format);

    private static byte[] Base64Url(string text, Reason otherwise)
    {
        try
        {
            string padded = text.Replace('-', '+').Replace('_', '/');
            return Convert.FromBase64String(padded + new string('=', (4 - padded.Length % 4) % 4));
        }
        catch (FormatException)
        {
            throw new RefusedException(otherwise);
        }
    }

    private static string ToBase64Url(byte[] bytes) =>
        Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    private static void Check(bool condition, Reason reason)
    {
        if (!condition)
        {
            throw new RefusedException(reason);
        }
    }
}
