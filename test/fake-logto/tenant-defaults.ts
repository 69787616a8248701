import { accountScopes } from './scopes.js';
import { aGrant, aSession, identifierOf } from './sessions.js';
import type { Application, Connector, Tenant } from './tenant-types.js';
import type { User } from './users.js';

export const defaultApplications = (): Application[] => [
  {
    id: 'demo-app',
    name: 'Demo',
    isThirdParty: false,
    redirectUris: ['http://localhost:5173/', 'http://localhost:6006/'],
    postLogoutRedirectUris: ['http://localhost:5173/', 'http://localhost:6006/'],
  },
  {
    id: 'photo-printer',
    name: 'Photo Printer',
    isThirdParty: true,
    redirectUris: ['https://prints.example/callback'],
    postLogoutRedirectUris: [],
  },
];

export const defaultConnectors = (): Connector[] => [
  { id: 'udaxsoz680xc', type: 'Social', authorizationEndpoint: 'http://mock-social/', scope: 'email profile' },
  {
    id: '0ffoz13j70sg',
    type: 'Social',
    authorizationEndpoint: 'https://github.com/login/oauth/authorize',
    parameters: { client_id: 'gh-id' },
    scope: 'read:user user:email',
  },
  {
    id: '6vk4jv92jsu1',
    type: 'Social',
    authorizationEndpoint: 'https://accounts.google.com/o/oauth2/v2/auth',
    parameters: { client_id: 'g-id', response_type: 'code' },
    scope: 'openid profile email',
  },
  { id: '1ewvqpsqgdy4', type: 'Email' },
  { id: 'smsconnector', type: 'Sms' },
];

/** Two signed-in browsers, the first one current, and all third-party applications. */
export function defaultSignIns(
  user: User | undefined,
  applications: Application[],
  now: number,
): Pick<Tenant, 'sessions' | 'grants'> {
  const clientId = applications.find(({ isThirdParty }) => !isThirdParty)?.id;
  if (!user || !clientId) return { sessions: [], grants: [] };
  const identifier = identifierOf(user);
  const yesterday = now - 24 * 3600 * 1000;
  const here = aGrant(user.id, { clientId, scopes: accountScopes, grantedAt: now });
  const phone = aGrant(user.id, { clientId, scopes: accountScopes, grantedAt: yesterday });
  const foreign = applications.filter(({ isThirdParty }) => isThirdParty);
  return {
    sessions: [
      aSession(user.id, { clientId, identifier, grantId: here.id, signedInAt: now }),
      aSession(user.id, {
        clientId,
        identifier,
        grantId: phone.id,
        signedInAt: yesterday,
        signInContext: {
          userAgent: 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 Safari/604.1',
          ip: '198.51.100.23',
          country: 'GB',
          city: 'London',
        },
      }),
    ],
    grants: [here, phone, ...foreign.map(({ id }) => aGrant(user.id, { clientId: id, grantedAt: yesterday }))],
  };
}
