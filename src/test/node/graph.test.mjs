// Microsoft's Graph client and MSAL make the calls of a whole journey.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { beforeEach, test } from 'node:test';
import { ConfidentialClientApplication } from '@azure/msal-node';
import { Client } from '@microsoft/microsoft-graph-client';
import { allow, base, control, portal, signIn } from './microsoft.mjs';

const exchange = '00000002-0000-0ff1-ce00-000000000000';
const imap = '5e5addcd-3e8d-4e90-baf5-964efab2b20a';
const scopes = ['https://graph.microsoft.com/User.Read', 'https://graph.microsoft.com/Application.ReadWrite.All'];
const host = new URL(base).host;

function msal(realm, auth) {
  const authority = `https://${host}/login/${realm}`;
  return new ConfidentialClientApplication({ auth: { authority, knownAuthorities: [host], ...auth } });
}

async function graph(account) {
  const realm = account.split('@')[1];
  await allow(realm, account);
  const app = msal(realm, { clientId: portal.clientId, clientSecret: portal.clientSecret });
  const told = await signIn(await app.getAuthCodeUrl({ scopes, redirectUri: portal.redirectUri }), account);
  const result = await app.acquireTokenByCode({ scopes, redirectUri: portal.redirectUri, code: told.get('code') });
  return Client.init({
    baseUrl: `${base}/graph/`,
    customHosts: new Set(['localhost']),
    authProvider: (done) => done(null, result.accessToken),
  });
}

async function register(client) {
  const upsert = (path, body) => client.api(path).header('Prefer', 'create-if-missing').patch(body);
  const application = await upsert("/applications(uniqueName='highstage-mail-1')", {
    displayName: 'Highstage Mail',
    signInAudience: 'AzureADMyOrg',
    requiredResourceAccess: [{ resourceAppId: exchange, resourceAccess: [{ id: imap, type: 'Role' }] }],
    web: { redirectUris: [portal.consented] },
    tags: ['highstage'],
  });
  const principal = await upsert(`/servicePrincipals(appId='${application.appId}')`, { accountEnabled: true });
  return { application, principal };
}

function addPassword(client, application, lifetimeSeconds) {
  const endDateTime = new Date(Date.now() + lifetimeSeconds * 1000).toISOString();
  return client.api(`/applications/${application.id}/addPassword`).post({ passwordCredential: { displayName: 'Secret', endDateTime } });
}

// An end must be in the future when it reaches Graph, which may take a while on a busy machine.
async function addPasswordThatIsOverSoon(client, application, lifetimeSeconds = 2) {
  try {
    return await addPassword(client, application, lifetimeSeconds);
  } catch (error) {
    if (!/end date is in the past/.test(error.message)) {
      throw error;
    }
    return addPasswordThatIsOverSoon(client, application, 2 * lifetimeSeconds);
  }
}

function appOnly(realm, auth) {
  return msal(realm, auth).acquireTokenByClientCredential({ scopes: ['https://outlook.office365.com/.default'], skipCache: true });
}

const claims = (token) => JSON.parse(Buffer.from(token.split('.')[1], 'base64url'));

beforeEach(async () => {
  await control('reset');
  await control('settings', { replicationMillis: 0 });
});

test('the journey: register, declare, grant, secret, token', async () => {
  const client = await graph('admin@contoso.example');
  const organisation = await client.api('/organization').select('id,displayName,verifiedDomains').get();
  assert.equal(organisation.value[0].displayName, 'Contoso');
  const roles = await client
    .api('/me/transitiveMemberOf/microsoft.graph.directoryRole')
    .header('ConsistencyLevel', 'eventual')
    .count(true)
    .select('id,displayName,roleTemplateId')
    .get();
  assert.deepEqual(roles.value.map((role) => role.displayName), ['Global Administrator']);
  const { application, principal } = await register(client);
  const resource = await client.api(`/servicePrincipals(appId='${exchange}')`).select('id,appId,appRoles').get();
  const appRoleId = resource.appRoles.find((role) => role.value === 'IMAP.AccessAsApp').id;
  const grant = { principalId: principal.id, resourceId: resource.id, appRoleId };
  await client.api(`/servicePrincipals/${resource.id}/appRoleAssignedTo`).post(grant);
  const granted = await client.api(`/servicePrincipals/${principal.id}/appRoleAssignments`).get();
  assert.deepEqual(granted.value.map((one) => one.appRoleId), [imap]);
  const secret = await addPassword(client, application, 180 * 24 * 3600);
  assert.equal(secret.hint, secret.secretText.slice(0, 3));
  const token = claims((await appOnly('contoso.example', { clientId: application.appId, clientSecret: secret.secretText })).accessToken);
  assert.deepEqual(token.roles, ['IMAP.AccessAsApp']);
  assert.equal(token.oid, principal.id);
  await client.api(`/applications/${application.id}`).delete();
  await assert.rejects(client.api(`/applications/${application.id}`).get(), { statusCode: 404, code: 'Request_ResourceNotFound' });
});

test('a wrong and an expired secret have their own errors', async () => {
  const client = await graph('admin@contoso.example');
  const { application } = await register(client);
  const secret = await addPassword(client, application, 3600);
  const clientId = application.appId;
  await appOnly('contoso.example', { clientId, clientSecret: secret.secretText });
  await assert.rejects(appOnly('contoso.example', { clientId, clientSecret: secret.keyId }), /AADSTS7000215/);
  const short = await addPasswordThatIsOverSoon(client, application);
  while (Date.now() <= Date.parse(short.endDateTime)) {
    await pause(100);
  }
  await assert.rejects(appOnly('contoso.example', { clientId, clientSecret: short.secretText }), /AADSTS7000222/);
});

test('where secrets are forbidden a certificate works', async () => {
  const client = await graph('admin@northwind.example');
  const { application } = await register(client);
  await assert.rejects(addPassword(client, application, 3600), { statusCode: 400, code: 'CredentialTypeNotAllowedAsPerAppPolicy' });
  const certificate = readFileSync(process.env.CLIENT_CERTIFICATE, 'utf8');
  const key = certificate.replace(/-----[^-]+-----|\s/g, '');
  await client.api(`/applications/${application.id}`).patch({
    keyCredentials: [{ type: 'AsymmetricX509Cert', usage: 'Verify', key, displayName: 'CN=highstage' }],
  });
  const clientCertificate = {
    thumbprintSha256: process.env.CLIENT_THUMBPRINT,
    privateKey: readFileSync(process.env.CLIENT_KEY, 'utf8'),
  };
  const result = await appOnly('northwind.example', { clientId: application.appId, clientCertificate });
  assert.equal(claims(result.accessToken).appid, application.appId);
});

test('a lifetime above the cap is refused with its target', async () => {
  const client = await graph('admin@tailspin.example');
  const { application } = await register(client);
  await assert.rejects(addPassword(client, application, 180 * 24 * 3600), (error) => {
    assert.equal(error.code, 'CredentialInvalidLifetimeAsPerAppPolicy');
    return JSON.parse(error.body).details[0].target === 'EndDate';
  });
  await addPassword(client, application, 89 * 24 * 3600);
});

test('a batch answers each request for itself', async () => {
  const client = await graph('admin@contoso.example');
  const answers = await client.api('/$batch').post({
    requests: [
      { id: '1', method: 'GET', url: '/organization?$select=id' },
      { id: '2', method: 'GET', url: '/applications(uniqueName=\'nothing\')' },
    ],
  });
  const status = Object.fromEntries(answers.responses.map((one) => [one.id, one.status]));
  assert.deepEqual(status, { 1: 200, 2: 404 });
});

test('throttling is waited for as the answer says', async () => {
  const client = await graph('admin@contoso.example');
  await control('faults', { call: 'organization', nth: 1, when: 'before', kind: '429', retryAfter: '1' });
  const before = Date.now();
  await client.api('/organization').get();
  assert.ok(Date.now() - before >= 1000);
});
