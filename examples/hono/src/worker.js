import { Hono } from 'hono';
import { accountHandler } from 'logto-account-elements/server';

const app = new Hono();

// Made with the first request: before, a worker does not know its environment.
let handler;

const handlerFor = (env) =>
  accountHandler({
    endpoint: env.LOGTO_ENDPOINT,
    appId: env.LOGTO_APP_ID,
    management: { appId: env.LOGTO_M2M_APP_ID, appSecret: env.LOGTO_M2M_APP_SECRET },
    enable: { deleteAccount: { graceDays: 14 }, personalAccessTokens: true, organizations: true },
    // What all instances share: used proofs, and how often somebody has asked. KV takes up to a minute to reach other
    // locations; a Durable Object keeps used proofs without such a gap.
    store: {
      get: (key) => env.ACCOUNT_API.get(key),
      set: (key, value, { ttl }) => env.ACCOUNT_API.put(key, value, { expirationTtl: ttl }),
    },
  });

app.all('/account-api/*', ({ env, req }) => (handler ??= handlerFor(env))(req.raw));

export default {
  fetch: app.fetch,
  // Once a day, as wrangler.jsonc says.
  scheduled: (_, env, context) => context.waitUntil((handler ??= handlerFor(env)).deleteExpired()),
};
