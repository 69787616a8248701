import { noContent, type Route } from '../router.js';

/** What everybody may know. In production, other origins may not read it: see `cors.ts`. */
export const wellKnownRoutes: Route[] = [
  {
    method: 'GET',
    path: '/api/.well-known/account-center',
    handle: ({ tenant }) => Response.json(tenant.accountCenter),
  },
  {
    method: 'GET',
    path: '/api/.well-known/sign-in-exp',
    handle: ({ tenant }) => Response.json(tenant.signInExperience),
  },
  {
    method: 'GET',
    path: '/.well-known/webauthn',
    handle: ({ tenant }) => Response.json({ origins: tenant.accountCenter.webauthnRelatedOrigins }),
  },
  { method: 'GET', path: '/api/status', handle: () => noContent() },
];
