import { ApiError } from '../errors.js';
import type { Route } from '../router.js';
import type { Connector } from '../tenant-types.js';

export const connectorRoutes: Route[] = [
  {
    method: 'GET',
    path: '/api/connectors',
    handle: ({ tenant }) => Response.json(tenant.connectors.map(asLogtoShows)),
  },
  {
    method: 'GET',
    path: '/api/connectors/:id',
    handle: ({ tenant, params }) => {
      const connector = tenant.connectors.find(({ id }) => id === params['id']);
      if (!connector) throw new ApiError('entity.not_found');
      return Response.json(asLogtoShows(connector));
    },
  },
  {
    method: 'GET',
    path: '/api/user-assets/service-status',
    handle: ({ tenant }) =>
      Response.json({
        status: tenant.storage ? 'ready' : 'not_configured',
        isExperienceAvatarUploadEnabled: true,
      }),
  },
];

/** With its secrets, as Logto returns it to those who may manage the tenant. */
const asLogtoShows = ({ id, type, templates = ['Generic'] }: Connector) => ({
  id,
  type,
  syncProfile: false,
  enableTokenStorage: false,
  config:
    type === 'Social'
      ? { clientId: 'id', clientSecret: 'connector-secret' }
      : { apiKey: 'connector-secret', templates: templates.map((usageType) => ({ usageType, content: '{{code}}' })) },
  metadata: {},
  connectorId: `mock-${type.toLowerCase()}`,
  target: type === 'Social' ? id : `mock-${type.toLowerCase()}`,
  name: { en: id },
  description: { en: '' },
  logo: '',
  logoDark: null,
  readme: '',
  configTemplate: '',
  platform: type === 'Social' ? 'Universal' : null,
  ...(type === 'Social' && { isTokenStorageSupported: true }),
  isDemo: false,
  extraInfo: {},
});
