// A reader of sealed credentials and canaries in JavaScript, with the jose package. The order of the checks is that
// of src/docs/sealed-credential.md.
import { createHash } from 'node:crypto';
import { calculateJwkThumbprint, compactDecrypt, compactVerify, decodeProtectedHeader, importJWK } from 'jose';

export class Refused extends Error {}

function check(condition, reason) {
  if (!condition) {
    throw new Refused(reason);
  }
}

async function orRefuse(reason, work) {
  try {
    return await work();
  } catch {
    throw new Refused(reason);
  }
}

const isText = (value) => typeof value === 'string' && value !== '';

/**
 * Which of the published signing keys are to be believed: a key's name is computed, not read, because whoever can write
 * to the database can publish any key under any name.
 */
export async function trustedKeys(published, thumbprints) {
  const named = await Promise.all(published.map(async (jwk) => ({ ...jwk, kid: await calculateJwkThumbprint(jwk) })));
  return named.filter(({ kid }) => thumbprints.includes(kid));
}

/** Keys are JWKs with a kid: the reader's own private ones, and those that the portal's operator gave out. */
export function makeReader({ recipients, signers, issuer }) {
  async function decrypt(sealed) {
    const header = await orRefuse('FORMAT', () => decodeProtectedHeader(sealed));
    const parts = sealed.split('.');
    check(parts.length === 5, 'FORMAT');
    const { alg, enc, zip, crit } = header;
    check(alg === 'RSA-OAEP-256' && enc === 'A256GCM' && zip === undefined && crit === undefined, 'ALGORITHM');
    const jwk = recipients.find(({ kid }) => kid === header.kid);
    check(jwk, 'RECIPIENT');
    check(Buffer.from(parts[4], 'base64url').length === 16, 'TAG');
    const key = await importJWK(jwk, alg);
    const { plaintext } = await orRefuse('DECRYPTION', () => compactDecrypt(sealed, key));
    check(header.cty === 'JWT', 'SIGNATURE');
    return new TextDecoder().decode(plaintext);
  }

  async function verify(content) {
    const { payload } = await orRefuse('SIGNATURE', async () => {
      const header = decodeProtectedHeader(content);
      const jwk = signers.find(({ kid }) => kid === header.kid);
      check(jwk && header.alg === 'ES256' && header.crit === undefined);
      return compactVerify(content, await importJWK(jwk, 'ES256'), { algorithms: ['ES256'] });
    });
    return orRefuse('FORMAT', () => JSON.parse(new TextDecoder().decode(payload)));
  }

  async function openEnvelope(sealed) {
    const claims = await verify(await decrypt(sealed));
    check(claims.iss === issuer, 'ISSUER');
    check(claims.aud === 'highstage', 'AUDIENCE');
    return claims;
  }

  return {
    async open(sealed, row) {
      const claims = await openEnvelope(sealed);
      check(claims.sub === row.connection && claims.tid === row.tenant && claims.client_id === row.client, 'ROW');
      check(Number.isInteger(claims.seq), 'FORMAT');
      check(claims.seq >= row.seen, 'SEQUENCE');
      check(Number.isInteger(claims.secret_exp), 'FORMAT');
      check(isText(claims.client_secret) || (isText(claims.private_key) && isText(claims.certificate)), 'FORMAT');
      return claims;
    },

    async canary(sealed, keyId) {
      const claims = await openEnvelope(sealed);
      check(claims.sub === keyId, 'ROW');
      check(isText(claims.canary), 'FORMAT');
      return { ...claims, answer: createHash('sha256').update(claims.canary).digest('hex') };
    },
  };
}
