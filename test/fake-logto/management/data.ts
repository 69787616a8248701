import { newId } from '../ids.js';

/** A machine-to-machine application: it has a secret and no users. */
export interface ManagementApplication {
  id: string;
  name: string;
  secret: string;
  /** Whether the role "Logto Management API access" is given. */
  hasRole: boolean;
  isSecretExpired?: boolean;
}

/** The JWT of such an application; the stand-in keeps what would be in it. */
export interface ManagementToken {
  applicationId: string;
  scope: string;
  resource: string;
  /** Milliseconds since 1970. */
  expiresAt: number;
}

export interface PersonalAccessToken {
  userId: string;
  name: string;
  value: string;
  createdAt: number;
  expiresAt: number | null;
}

export interface Role {
  id: string;
  name: string;
  description: string;
  type: 'User' | 'MachineToMachine';
  isDefault?: boolean;
}

export interface Organization {
  id: string;
  name: string;
  description: string | null;
  customData: Record<string, unknown>;
  createdAt: number;
}

export interface Membership {
  organizationId: string;
  userId: string;
  roleIds: string[];
}

export interface Invitation {
  id: string;
  inviterId: string | null;
  invitee: string;
  acceptedUserId: string | null;
  organizationId: string;
  /** A pending one reads `Expired` once its time is over. */
  status: 'Pending' | 'Accepted' | 'Revoked';
  createdAt: number;
  updatedAt: number;
  expiresAt: number;
  roleIds: string[];
}

/** An entry of the audit log. */
export interface Log {
  id: string;
  key: string;
  payload: {
    key: string;
    result: 'Success' | 'Error';
    userId?: string;
    applicationId?: string;
    [more: string]: unknown;
  };
  createdAt: number;
}

/** What only the Management API knows. */
export interface ManagementData {
  applications: ManagementApplication[];
  tokens: Record<string, ManagementToken>;
  /** Seconds for which new tokens are good. */
  tokenLifetime: number;
  personalAccessTokens: PersonalAccessToken[];
  roles: Role[];
  userRoles: { userId: string; roleId: string }[];
  organizations: Organization[];
  organizationRoles: Role[];
  memberships: Membership[];
  invitations: Invitation[];
  logs: Log[];
}

/** The application of the demo and of the tests; a real secret would be random. */
export const managementApplication: ManagementApplication = {
  id: 'management-app',
  name: 'Account API layer',
  secret: 'the-master-key-of-the-tenant',
  hasRole: true,
};

export const managementResource = 'https://default.logto.app/api';

/** A tenant with two organizations, of which the first user is in one and invited to the other. */
export function defaultManagementData(
  user: { id: string; primaryEmail: string | null; username: string | null } | undefined,
  now: number,
): ManagementData {
  const day = 24 * 3600 * 1000;
  const organizations = [
    anOrganization({
      id: 'engine-works',
      name: 'Engine Works',
      description: 'Builds the Analytical Engine.',
      createdAt: now,
    }),
    anOrganization({ id: 'royal-society', name: 'Royal Society', createdAt: now }),
  ];
  return {
    applications: [{ ...managementApplication }],
    tokens: {},
    tokenLifetime: 3600,
    personalAccessTokens: [],
    roles: [{ id: 'management-role', name: 'Logto Management API access', description: '', type: 'MachineToMachine' }],
    userRoles: [],
    organizations,
    organizationRoles: [
      { id: 'programmer', name: 'Programmer', description: 'Writes programs', type: 'User' },
      { id: 'fellow', name: 'Fellow', description: 'Listens to papers', type: 'User' },
    ],
    memberships: user ? [{ organizationId: 'engine-works', userId: user.id, roleIds: ['programmer'] }] : [],
    invitations: user?.primaryEmail
      ? [
          anInvitation({
            invitee: user.primaryEmail,
            organizationId: 'royal-society',
            roleIds: ['fellow'],
            createdAt: now - day,
          }),
        ]
      : [],
    logs: user ? [1, 2, 30].map((days) => aSignInLog(user.id, { createdAt: now - days * day })) : [],
  };
}

export function anOrganization(organization: Partial<Organization> = {}): Organization {
  return { id: newId(12), name: 'An organization', description: null, customData: {}, createdAt: 0, ...organization };
}

export function anInvitation(
  invitation: Partial<Invitation> & Pick<Invitation, 'invitee' | 'organizationId'>,
): Invitation {
  const createdAt = invitation.createdAt ?? Date.now();
  return {
    id: newId(),
    inviterId: null,
    acceptedUserId: null,
    status: 'Pending',
    createdAt,
    updatedAt: createdAt,
    expiresAt: createdAt + 7 * 24 * 3600 * 1000,
    roleIds: [],
    ...invitation,
  };
}

/** The place of a sign-in, as far as Logto knows. */
export interface SignInContext {
  ip?: string;
  userAgent?: string;
  country?: string;
  city?: string;
}

const inLondon: SignInContext = {
  ip: '203.0.113.7',
  userAgent: 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36',
  country: 'GB',
  city: 'London',
};

/** A sign-in with a password, as the audit log tells it. */
export function aSignInLog(
  userId: string,
  { createdAt = Date.now(), applicationId = 'demo-app', signInContext = inLondon } = {},
): Log {
  const key = 'Interaction.SignIn.Submit';
  const { ip, userAgent } = signInContext;
  const interaction = { userId, interactionEvent: 'SignIn', signInContext };
  const payload = { key, result: 'Success' as const, userId, applicationId, ip, userAgent, interaction };
  return { id: newId(), key, payload, createdAt };
}
