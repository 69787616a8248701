import type { Task } from './hosted-task.js';

/** Adds a passkey at Logto's own origin, where no browser needs related origins for it. */
export function passkeyTask({ pathname, search, searchParams }: URL): Task | undefined {
  if (pathname !== '/account/passkey/add') return undefined;
  const redirect = searchParams.get('redirect') ?? '';
  return { title: 'Add a passkey', action: 'Add passkey', address: pathname + search, redirect, script };
}

const script = `
  const { token, permission, redirect } = JSON.parse(document.querySelector('#task').textContent);
  const button = document.querySelector('button');
  const alert = document.querySelector('[role="alert"]');
  const headers = {
    authorization: 'Bearer ' + token,
    'logto-verification-id': permission,
    'content-type': 'application/json',
  };

  async function ask(path, body) {
    const response = await fetch('/api' + path, { method: 'POST', headers, body: JSON.stringify(body) });
    const answer = response.status === 204 ? {} : await response.json();
    if (!response.ok) throw new Error(answer.message);
    return answer;
  }

  async function addPasskey() {
    const { verificationRecordId, registrationOptions } = await ask('/verifications/web-authn/registration', {});
    const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(registrationOptions);
    const credential = await navigator.credentials.create({ publicKey });
    const payload = { ...credential.toJSON(), type: 'WebAuthn' };
    await ask('/verifications/web-authn/registration/verify', { verificationRecordId, payload });
    await ask('/my-account/mfa-verifications', {
      type: 'WebAuthn',
      newIdentifierVerificationRecordId: verificationRecordId,
    });
  }

  document.querySelector('form').addEventListener('submit', async (event) => {
    event.preventDefault();
    button.disabled = true;
    alert.textContent = '';
    try {
      await addPasskey();
      location.assign(redirect);
    } catch (error) {
      alert.textContent = error.message;
      button.disabled = false;
    }
  });
`;
