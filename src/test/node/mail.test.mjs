// ImapFlow, a mail client that nobody here wrote, against the simulator's IMAP server.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ImapFlow } from 'imapflow';

const { IMAP_PORT, MAILBOX, OTHER_MAILBOX, TOKEN } = process.env;

function client(user, accessToken) {
  return new ImapFlow({
    host: 'localhost',
    port: Number(IMAP_PORT),
    secure: true,
    auth: { user, accessToken },
    logger: false,
  });
}

test('a granted mailbox is opened and looked at', async () => {
  const imap = client(MAILBOX, TOKEN);
  await imap.connect();
  const folders = await imap.list();
  assert.ok(folders.some((folder) => folder.path === 'Sent Items' && folder.specialUse === '\\Sent'));
  assert.equal((await imap.status('INBOX', { messages: true, unseen: true })).unseen, 2);
  const lock = await imap.getMailboxLock('INBOX', { readOnly: true });
  try {
    assert.equal(imap.mailbox.readOnly, true);
    assert.deepEqual(await imap.search({ seen: false }, { uid: true }), [12, 15]);
    const last = await imap.fetchOne('*', { envelope: true, bodyStructure: true, source: true, uid: true });
    assert.equal(last.envelope.subject, 'Invoice 2026-0815');
    assert.equal(last.envelope.from[0].address, 'nestor@customer.example');
    assert.equal(last.bodyStructure.type, 'text/plain');
    assert.match(last.source.toString(), /Payment within 30 days/);
  } finally {
    lock.release();
  }
  await imap.logout();
});

test('a wrong token is an authentication failure', async () => {
  await assert.rejects(client(MAILBOX, 'wrong').connect(), (error) => error.authenticationFailed === true);
});

test('a mailbox that was not granted is authenticated but not connected', async () => {
  await assert.rejects(client(OTHER_MAILBOX, TOKEN).connect(), (error) =>
    error.authenticationFailed === true && /authenticated but not connected/.test(error.response));
});
