import type { Route } from '../visit.js';
import { dataExportRoutes } from './data-export.js';
import { deleteAccountRoutes } from './delete-account.js';
import { invitationRoutes } from './invitations.js';
import { organizationRoutes } from './organizations.js';
import { personalAccessTokenRoutes } from './personal-access-tokens.js';
import { signInHistoryRoutes } from './sign-in-history.js';

/** Everything that needs a token. */
export const routes: Route[] = [
  ...deleteAccountRoutes,
  ...personalAccessTokenRoutes,
  ...organizationRoutes,
  ...invitationRoutes,
  ...signInHistoryRoutes,
  ...dataExportRoutes,
];
