import { ApiError } from '../errors.js';
import type { Call, Route } from '../router.js';
import { array, atMost, boolean, object, optional, refined, string } from '../schema.js';
import type { Application } from '../tenant-types.js';

interface ApplicationPatch {
  oidcClientMetadata?: { redirectUris: string[]; postLogoutRedirectUris: string[] };
  customClientMetadata?: CustomClientMetadata;
  appLevelAccessControlEnabled?: boolean;
}

type CustomClientMetadata = Pick<Application, 'corsAllowedOrigins'> & Application['moreSettings'];

const redirectUri = refined(string(), (value) => URL.canParse(String(value)));

const customSettings = {
  corsAllowedOrigins: optional(array(string({ min: 1 }))),
  alwaysIssueRefreshToken: optional(boolean),
  refreshTokenTtlInDays: optional(atMost(180)),
};

const body = object({
  oidcClientMetadata: optional(object({ redirectUris: array(redirectUri), postLogoutRedirectUris: array(string()) })),
  customClientMetadata: optional(object(customSettings)),
  appLevelAccessControlEnabled: optional(boolean),
});

export const applicationRoutes: Route[] = [
  {
    method: 'GET',
    path: '/api/applications/:id',
    handle: (call) => Response.json({ ...(machineOf(call) ?? asLogtoShows(applicationOf(call))), isAdmin: false }),
  },
  {
    method: 'PATCH',
    path: '/api/applications/:id',
    handle: async (call) => {
      const application = applicationOf(call);
      const { oidcClientMetadata, customClientMetadata, ...rest } = await call.body<ApplicationPatch>(body);
      if (rest.appLevelAccessControlEnabled) {
        const details = 'Application access control must include at least one rule before it can be enabled.';
        throw new ApiError('request.invalid_input', { status: 422, values: { details } });
      }
      if (oidcClientMetadata) {
        application.redirectUris = oidcClientMetadata.redirectUris;
        application.postLogoutRedirectUris = oidcClientMetadata.postLogoutRedirectUris;
      }
      if (customClientMetadata) {
        // Replaced completely, and unknown keys are dropped silently.
        const { corsAllowedOrigins, ...more } = customClientMetadata;
        application.corsAllowedOrigins = corsAllowedOrigins;
        application.moreSettings = Object.fromEntries(
          Object.entries(more).filter(([key]) => Object.hasOwn(customSettings, key)),
        );
      }
      return Response.json(asLogtoShows(application));
    },
  },
];

function applicationOf(call: Call): Application {
  const application = call.tenant.applications.find(({ id }) => id === call.param('id'));
  if (!application)
    throw new ApiError('entity.not_exists_with_id', { values: { entity: 'applications', id: call.param('id') } });
  return application;
}

/** A back end. Its secret has a separate route. */
function machineOf({ tenant, params }: Call) {
  const machine = tenant.management.applications.find(({ id }) => id === params['id']);
  const addresses = { redirectUris: [], postLogoutRedirectUris: [] };
  return (
    machine && {
      ...asLogtoShows({ id: machine.id, name: machine.name, isThirdParty: false, ...addresses }),
      type: 'MachineToMachine',
    }
  );
}

const asLogtoShows = (application: Application) => ({
  tenantId: 'default',
  id: application.id,
  name: application.name,
  description: application.description ?? null,
  type: application.type ?? 'SPA',
  oidcClientMetadata: {
    redirectUris: application.redirectUris,
    postLogoutRedirectUris: application.postLogoutRedirectUris,
  },
  customClientMetadata: {
    ...(application.corsAllowedOrigins && { corsAllowedOrigins: application.corsAllowedOrigins }),
    ...application.moreSettings,
  },
  protectedAppMetadata: null,
  customData: {},
  isThirdParty: application.isThirdParty,
  appLevelAccessControlEnabled: application.isAccessLimited ?? false,
  createdAt: 0,
});
