import type { Route } from '../router.js';
import { invitationRoutes } from './invitations.js';
import { logRoutes } from './logs.js';
import { organizationRoutes } from './organizations.js';
import { personalAccessTokenRoutes } from './personal-access-tokens.js';
import { roleRoutes } from './roles.js';
import { signInRoutes } from './sign-ins.js';
import { accountCenterRoutes } from './tenant-account-center.js';
import { applicationRoutes } from './tenant-applications.js';
import { connectorRoutes } from './tenant-connectors.js';
import { signInExperienceRoutes } from './tenant-sign-in-experience.js';
import { userRoutes } from './users.js';

/** As much of the Management API as an Account API layer and the set-up of a tenant need. */
export const managementRoutes: Route[] = [
  ...userRoutes,
  ...personalAccessTokenRoutes,
  ...organizationRoutes,
  ...invitationRoutes,
  ...logRoutes,
  ...signInRoutes,
  ...roleRoutes,
  ...applicationRoutes,
  ...accountCenterRoutes,
  ...connectorRoutes,
  ...signInExperienceRoutes,
];
