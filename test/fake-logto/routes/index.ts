import { managementRoutes } from '../management/index.js';
import { oidcRoutes } from '../management/oidc.js';
import type { Route } from '../router.js';
import type { Tenant } from '../tenant-types.js';
import { grantsRoutes } from './grants.js';
import { identitiesRoutes } from './identities.js';
import { identityTokensRoutes } from './identity-tokens.js';
import { logtoConfigsRoutes } from './logto-configs.js';
import { mfaSettingsRoutes } from './mfa-settings.js';
import { mfaRoutes } from './mfa.js';
import { myAccountRoutes } from './my-account.js';
import { passwordRoutes } from './password.js';
import { primaryIdentifierRoutes } from './primary-identifiers.js';
import { profileRoutes } from './profile.js';
import { sessionsRoutes } from './sessions.js';
import { trustedDevicesRoutes } from './trusted-devices.js';
import { userAssetsRoutes } from './user-assets.js';
import { verificationsCodeRoutes } from './verifications-code.js';
import { verificationsPasswordRoutes } from './verifications-password.js';
import { verificationsSocialRoutes } from './verifications-social.js';
import { verificationsWebAuthnRoutes } from './verifications-webauthn.js';
import { wellKnownRoutes } from './well-known.js';

const alwaysThere: Route[] = [
  ...myAccountRoutes,
  ...profileRoutes,
  ...userAssetsRoutes,
  ...passwordRoutes,
  ...primaryIdentifierRoutes,
  ...identitiesRoutes,
  ...identityTokensRoutes,
  ...mfaRoutes,
  ...mfaSettingsRoutes,
  ...logtoConfigsRoutes,
  ...sessionsRoutes,
  ...grantsRoutes,
  ...verificationsPasswordRoutes,
  ...verificationsCodeRoutes,
  ...verificationsSocialRoutes,
  ...verificationsWebAuthnRoutes,
  ...wellKnownRoutes,
  ...managementRoutes,
  ...oidcRoutes,
];

/** All routes that this tenant has. */
export function routes({ devFeatures, release }: Tenant): Route[] {
  return devFeatures && release === 'main' ? [...alwaysThere, ...trustedDevicesRoutes] : alwaysThere;
}
