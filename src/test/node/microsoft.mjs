// What the tests share: where the simulator is, and a person who presses its buttons.
export const base = process.env.SIMULATOR;

export const portal = {
  clientId: '5f0e1c7a-9b1d-4f57-8a4e-2d6b1f3c9a10',
  clientSecret: 'simulator-portal-secret',
  redirectUri: 'http://localhost:8080/login/oauth2/code/entra',
  consented: 'http://localhost:8080/consent/callback',
};

export async function control(what, body) {
  const answer = await fetch(`${base}/control/${what}`, { method: 'POST', body: JSON.stringify(body ?? {}) });
  if (answer.status !== 204) {
    throw new Error(`${what}: ${answer.status} ${await answer.text()}`);
  }
}

async function press(url, fields) {
  const answer = await fetch(url, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' });
  return answer.status === 302 ? new URL(answer.headers.get('location')).searchParams : undefined;
}

// Signs in on Entra's page and accepts what is asked; answers what the application is told.
export async function signIn(url, account) {
  return (await press(url, { account })) ?? (await press(url, { account, consent: 'accept' }));
}

export async function allow(realm, account) {
  const graph = 'https://graph.microsoft.com/';
  const query = new URLSearchParams({
    client_id: portal.clientId,
    redirect_uri: portal.consented,
    scope: `${graph}User.Read ${graph}Application.ReadWrite.All https://outlook.office365.com/Exchange.Manage`,
    state: 'allow',
  });
  return press(`${base}/login/${realm}/v2.0/adminconsent?${query}`, { account, consent: 'accept' });
}
