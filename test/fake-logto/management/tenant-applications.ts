import { ApiError } from '../errors.js';
import type { Call, Route } from '../router.js';
import { array, object, optional, string } from '../schema.js';
import type { Application } from '../tenant-types.js';

interface ApplicationPatch {
  oidcClientMetadata?: { redirectUris: string[]; postLogoutRedirectUris: string[] };
  customClientMetadata?: { corsAllowedOrigins?: string[] };
}

const body = object({
  oidcClientMetadata: optional(object({ redirectUris: array(string()), postLogoutRedirectUris: array(string()) })),
  customClientMetadata: optional(object({ corsAllowedOrigins: optional(array(string({ min: 1 }))) })),
});

export const applicationRoutes: Route[] = [
  {
    method: 'GET',
    path: '/api/applications/:id',
    handle: (call) => Response.json(machineOf(call) ?? asLogtoShows(applicationOf(call))),
  },
  {
    method: 'PATCH',
    path: '/api/applications/:id',
    handle: async (call) => {
      const application = applicationOf(call);
      const { oidcClientMetadata, customClientMetadata } = await call.body<ApplicationPatch>(body);
      if (oidcClientMetadata) {
        application.redirectUris = oidcClientMetadata.redirectUris;
        application.postLogoutRedirectUris = oidcClientMetadata.postLogoutRedirectUris;
      }
      if (customClientMetadata) application.corsAllowedOrigins = customClientMetadata.corsAllowedOrigins;
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

/** A back end. Its secret has a route of its own. */
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
  description: null,
  type: application.type ?? 'SPA',
  oidcClientMetadata: {
    redirectUris: application.redirectUris,
    postLogoutRedirectUris: application.postLogoutRedirectUris,
  },
  customClientMetadata: application.corsAllowedOrigins ? { corsAllowedOrigins: application.corsAllowedOrigins } : {},
  protectedAppMetadata: null,
  customData: {},
  isThirdParty: application.isThirdParty,
  appLevelAccessControlEnabled: application.isAccessLimited ?? false,
});
