// A reader of sealed credentials in JavaScript, with the jose package, against the test vectors.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { compactDecrypt, compactVerify, decodeProtectedHeader, importJWK } from 'jose';

const directory = process.env.VECTORS;
const json = (name) => JSON.parse(readFileSync(join(directory, name), 'utf8'));
const { issuer, recipient, signing, vectors } = json('sealed-credential.json');
const [recipientKey, signingKey] = [json(recipient), json(signing)];

class Refused extends Error {}

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

async function decrypt(sealed) {
  const header = await orRefuse('FORMAT', () => decodeProtectedHeader(sealed));
  const parts = sealed.split('.');
  check(parts.length === 5, 'FORMAT');
  check(header.alg === 'RSA-OAEP-256' && header.enc === 'A256GCM' && header.zip === undefined, 'ALGORITHM');
  check(header.kid === recipientKey.kid, 'RECIPIENT');
  check(Buffer.from(parts[4], 'base64url').length === 16, 'TAG');
  const key = await importJWK(recipientKey, header.alg);
  return (await orRefuse('DECRYPTION', () => compactDecrypt(sealed, key))).plaintext;
}

async function verify(content) {
  const { payload } = await orRefuse('SIGNATURE', async () => {
    const header = decodeProtectedHeader(new TextDecoder().decode(content));
    check(header.kid === signingKey.kid);
    return compactVerify(content, await importJWK(signingKey, 'ES256'), { algorithms: ['ES256'] });
  });
  return orRefuse('FORMAT', () => JSON.parse(new TextDecoder().decode(payload)));
}

async function open(sealed, row) {
  const claims = await verify(await decrypt(sealed));
  check(claims.iss === issuer, 'ISSUER');
  check(claims.aud === 'highstage', 'AUDIENCE');
  check(claims.sub === row.connection && claims.tid === row.tenant && claims.client_id === row.client, 'ROW');
  check(claims.seq >= row.seen, 'SEQUENCE');
  check(claims.client_secret || (claims.private_key && claims.certificate), 'FORMAT');
  return claims;
}

for (const { name, row, sealed, opens, refused } of vectors) {
  test(name, async () => {
    if (refused) {
      await assert.rejects(open(sealed, row), (failure) => failure instanceof Refused && failure.message === refused);
    } else {
      assert.deepEqual({ ...(await open(sealed, row)), ...opens }, await open(sealed, row));
    }
  });
}
