// Microsoft's own authentication library for Node, unmodified, against the simulator.
import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { ConfidentialClientApplication, CryptoProvider } from '@azure/msal-node';
import { allow, base, control, portal, signIn } from './microsoft.mjs';

const graph = 'https://graph.microsoft.com/';
const host = new URL(base).host;

function client(realm, changes) {
  return new ConfidentialClientApplication({
    auth: {
      clientId: portal.clientId,
      clientSecret: portal.clientSecret,
      authority: `https://${host}/login/${realm}`,
      knownAuthorities: [host],
      ...changes,
    },
  });
}

async function request(scopes) {
  const { verifier, challenge } = await new CryptoProvider().generatePkceCodes();
  const asked = { scopes, redirectUri: portal.redirectUri, state: 'state-1', nonce: 'nonce-1' };
  return { asked, verifier, challenge: { codeChallenge: challenge, codeChallengeMethod: 'S256' } };
}

function redeem(msal, asked, codeVerifier, told) {
  return msal.acquireTokenByCode({ ...asked, codeVerifier, code: told.get('code') }, { state: told.get('state') });
}

beforeEach(() => control('reset'));

test('the code flow with PKCE ends in tokens of the right person', async () => {
  const msal = client('organizations');
  const { asked, verifier, challenge } = await request([`${graph}User.Read`]);
  const told = await signIn(await msal.getAuthCodeUrl({ ...asked, ...challenge }), 'admin@contoso.example');
  assert.equal(told.get('state'), 'state-1');
  const result = await redeem(msal, asked, verifier, told);
  assert.equal(result.account.username, 'admin@contoso.example');
  assert.equal(result.tenantId, 'c0c0c0c0-0001-4000-8000-000000000001');
  assert.equal(result.idTokenClaims.iss, `https://login.microsoftonline.com/${result.tenantId}/v2.0`);
  assert.ok(result.scopes.includes(`${graph}User.Read`));
});

test('a second resource comes silently once the organisation allowed it', async () => {
  await allow('contoso.example', 'admin@contoso.example');
  const msal = client('contoso.example');
  const { asked, verifier, challenge } = await request([`${graph}User.Read`]);
  const told = await signIn(await msal.getAuthCodeUrl({ ...asked, ...challenge }), 'admin@contoso.example');
  const { account } = await redeem(msal, asked, verifier, told);
  const exchange = await msal.acquireTokenSilent({ account, scopes: ['https://outlook.office365.com/Exchange.Manage'] });
  const claims = JSON.parse(Buffer.from(exchange.accessToken.split('.')[1], 'base64url'));
  assert.equal(claims.aud, 'https://outlook.office365.com');
});

test('a wrong code verifier is refused', async () => {
  const msal = client('organizations');
  const { asked, challenge } = await request([`${graph}User.Read`]);
  const told = await signIn(await msal.getAuthCodeUrl({ ...asked, ...challenge }), 'admin@contoso.example');
  await assert.rejects(
    redeem(msal, asked, 'x'.repeat(43), told),
    (error) => error.errorCode === 'invalid_grant' && /AADSTS501481/.test(error.errorMessage),
  );
});

test('a code works once', async () => {
  const msal = client('organizations');
  const { asked, verifier, challenge } = await request([`${graph}User.Read`]);
  const told = await signIn(await msal.getAuthCodeUrl({ ...asked, ...challenge }), 'admin@contoso.example');
  await redeem(msal, asked, verifier, told);
  await assert.rejects(redeem(msal, asked, verifier, told), /AADSTS54005/);
});

const appOnly = { scopes: ['https://outlook.office365.com/.default'], skipCache: true };

test('client credentials: the right secret gets a token for the application itself', async () => {
  await allow('contoso.example', 'admin@contoso.example');
  const result = await client('contoso.example').acquireTokenByClientCredential(appOnly);
  const claims = JSON.parse(Buffer.from(result.accessToken.split('.')[1], 'base64url'));
  assert.equal(claims.idtyp, 'app');
  assert.equal(claims.aud, 'https://outlook.office365.com');
});

test('client credentials: a wrong secret is AADSTS7000215', async () => {
  await allow('contoso.example', 'admin@contoso.example');
  await assert.rejects(
    client('contoso.example', { clientSecret: 'wrong' }).acquireTokenByClientCredential(appOnly),
    (error) => error.errorCode === 'invalid_client' && /AADSTS7000215/.test(error.errorMessage),
  );
});

test('client credentials: an organisation without Exchange Online is AADSTS500011', async () => {
  const query = new URLSearchParams({ client_id: portal.clientId, redirect_uri: portal.redirectUri, scope: 'openid', response_type: 'code' });
  await signIn(`${base}/login/woodgrove.example/oauth2/v2.0/authorize?${query}`, 'admin@woodgrove.example');
  await assert.rejects(client('woodgrove.example').acquireTokenByClientCredential(appOnly), /AADSTS500011/);
});

test('an unknown organisation is AADSTS90002', async () => {
  await assert.rejects(client('nowhere.example').acquireTokenByClientCredential(appOnly), (error) =>
    /90002|endpoints_resolution/.test(`${error.errorCode} ${error.errorMessage}`));
});
