import { defaultAccountCenter } from './account-center.js';
import { accountScopes } from './scopes.js';
import { aGrant, aSession } from './sessions.js';
import { defaultSignInExperience } from './sign-in-experience.js';
import type { AccountCenter, Application, Connector, SignInExperience, Tenant } from './tenant-types.js';
import { adaLovelace, charlesBabbage, type User } from './users.js';

/** What a tenant should have other than the default one. */
export interface FakeLogtoOptions {
  /** Whether the account center is switched on. */
  enabled?: boolean;
  /** On top of the default, in which everything may be edited. To unset one, take it out of the tenant's. */
  fields?: AccountCenter['fields'];
  profileFields?: AccountCenter['profileFields'];
  webauthnRelatedOrigins?: string[];
  deleteAccountUrl?: string | null;
  /** On top of the default, key by key. */
  signInExperience?: Partial<SignInExperience>;
  /** Instead of the default ones. */
  users?: User[];
  applications?: Application[];
  connectors?: Connector[];
  emailBlocklist?: Partial<Tenant['emailBlocklist']>;
  /** Whether the tenant can store avatars. */
  storage?: boolean;
  /** In production, Logto lets no other origin read `/api/.well-known/*`. */
  environment?: Tenant['environment'];
  /** Whether trusted devices exist. */
  devFeatures?: boolean;
  /** Milliseconds since 1970. */
  clock?: () => number;
}

/** The tenant of the demo, and of each test that does not say otherwise. */
export function aTenant(options: FakeLogtoOptions = {}): Tenant {
  const accountCenter = defaultAccountCenter();
  const users = options.users ?? [adaLovelace(), charlesBabbage()];
  const applications = options.applications ?? defaultApplications();
  return {
    accountCenter: {
      ...accountCenter,
      enabled: options.enabled ?? true,
      fields: { ...accountCenter.fields, ...options.fields },
      profileFields: options.profileFields ?? accountCenter.profileFields,
      webauthnRelatedOrigins: options.webauthnRelatedOrigins ?? accountCenter.webauthnRelatedOrigins,
      deleteAccountUrl:
        options.deleteAccountUrl === undefined ? accountCenter.deleteAccountUrl : options.deleteAccountUrl,
    },
    signInExperience: { ...defaultSignInExperience(), ...options.signInExperience },
    connectors: options.connectors ?? defaultConnectors(),
    applications,
    users,
    accessTokens: {},
    ...signIns(users[0], applications, options.clock?.() ?? Date.now()),
    verificationRecords: [],
    failedAttempts: {},
    emailBlocklist: { customBlocklist: ['@blocked.example'], blockSubaddressing: false, ...options.emailBlocklist },
    storage: (options.storage ?? true) ? {} : undefined,
    environment: options.environment ?? 'production',
    devFeatures: options.devFeatures ?? false,
  };
}

const defaultApplications = (): Application[] => [
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

const defaultConnectors = (): Connector[] => [
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

/** Two signed-in browsers, the first of which is the current one, and whatever third-party applications there are. */
function signIns(
  user: User | undefined,
  applications: Application[],
  now: number,
): Pick<Tenant, 'sessions' | 'grants'> {
  const clientId = applications.find(({ isThirdParty }) => !isThirdParty)?.id;
  if (!user || !clientId) return { sessions: [], grants: [] };
  const yesterday = now - 24 * 3600 * 1000;
  const here = aGrant(user.id, { clientId, scopes: accountScopes, grantedAt: now });
  const phone = aGrant(user.id, { clientId, scopes: accountScopes, grantedAt: yesterday });
  const foreign = applications.filter(({ isThirdParty }) => isThirdParty);
  return {
    sessions: [
      aSession(user.id, { clientId, grantId: here.id, signedInAt: now }),
      aSession(user.id, {
        clientId,
        grantId: phone.id,
        signedInAt: yesterday,
        userAgent: 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 Safari/604.1',
        ip: '198.51.100.23',
        location: { country: 'GB', city: 'London' },
      }),
    ],
    grants: [here, phone, ...foreign.map(({ id }) => aGrant(user.id, { clientId: id, grantedAt: yesterday }))],
  };
}
