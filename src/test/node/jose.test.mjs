// Runs the reader of reader.mjs against test vectors: what must open opens, the rest is refused for the stated reason.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { makeReader, Refused, trustedKeys } from './reader.mjs';

const json = (name) => JSON.parse(readFileSync(join(process.env.VECTORS, name), 'utf8'));
const { issuer, recipients, published, trusted, vectors } = json('sealed-credential.json');
const signers = await trustedKeys(published.map(json), trusted);
const reader = makeReader({ issuer, recipients: recipients.map(json), signers });

for (const { name, row, key, sealed, opens, refused } of vectors) {
  const open = () => (key ? reader.canary(sealed, key) : reader.open(sealed, row));
  test(name, async () => {
    if (refused) {
      await assert.rejects(open(), (failure) => failure instanceof Refused && failure.message === refused);
    } else {
      const opened = await open();
      assert.deepEqual({ ...opened, ...opens }, opened);
    }
  });
}
