import { createServer } from 'node:http';

import { close, listen } from '../../fake-logto/node-http.js';

const day = '2026-09-01T12:00:00Z';

const user = {
  user_id: '6f1d0a0e-0000-4000-8000-000000000001',
  emails: [
    { id: 'e1', address: 'ada@example.com', is_verified: true, is_primary: true, identities: [] },
    { id: 'e2', address: 'ada@lovelace.example', is_verified: true, is_primary: false, identities: [] },
  ],
  username: { id: 'u1', username: 'ada', created_at: day, updated_at: day },
  passkeys: [{ id: 'p1', name: 'Laptop', public_key: '', attestation_type: 'none', aaguid: '', created_at: day }],
  mfa_config: { auth_app_set_up: false, totp_enabled: true, security_keys_enabled: true },
  created_at: day,
  updated_at: day,
};

const action = (name: string, inputs: object = {}) => [
  name,
  { action: name, href: `/profile?action=${name}`, inputs, description: name },
];
const text = (name: string) => ({ [name]: { name, type: 'string', min_length: 8, max_length: 72, required: true } });

/** The first state of the profile: one user, and what Hanko's default settings let them do. */
const profile = {
  name: 'profile_init',
  status: 200,
  csrf_token: 'csrf',
  payload: { user, sessions: [] },
  actions: Object.fromEntries([
    action('account_delete'),
    action('email_create', text('email')),
    action('email_delete', text('email_id')),
    action('email_set_primary', text('email_id')),
    action('username_update', text('username')),
    action('password_create', text('password')),
    action('webauthn_credential_create'),
    action('webauthn_credential_rename', { ...text('passkey_id'), ...text('passkey_name') }),
    action('webauthn_credential_delete', text('passkey_id')),
    action('continue_to_otp_secret_creation'),
    action('security_key_create'),
  ]),
};

const session = {
  is_valid: true,
  expiration_time: '2099-01-01T00:00:00Z',
  user_id: user.user_id,
  claims: { subject: user.user_id, session_id: 's1', expiration: '2099-01-01T00:00:00Z' },
};

const answers: Record<string, object> = { '/profile': profile, '/sessions/validate': session };

/** The few answers of Hanko's API that its profile needs to show what is in it. */
export async function startHankoStandIn() {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const answer = answers[pathname];
    response.writeHead(request.method === 'OPTIONS' ? 204 : answer ? 200 : 404, {
      'access-control-allow-origin': request.headers.origin ?? '*',
      'access-control-allow-credentials': 'true',
      'access-control-allow-methods': 'GET,POST',
      'access-control-allow-headers': request.headers['access-control-request-headers'] ?? '',
      'access-control-expose-headers': 'X-Auth-Token,X-Session-Lifetime,X-Session-Retention',
      'content-type': 'application/json',
    });
    response.end(request.method === 'OPTIONS' ? undefined : JSON.stringify(answer ?? { code: 404 }));
  });
  return { origin: await listen(server, 0, '127.0.0.1'), close: () => close(server) };
}
