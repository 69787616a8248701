import { createServer } from 'node:http';
import { Readable } from 'node:stream';
import { accountHandler } from 'logto-account-elements/server';

const { LOGTO_ENDPOINT, LOGTO_APP_ID, LOGTO_M2M_APP_ID, LOGTO_M2M_APP_SECRET, PORT = '3000' } = process.env;

const handler = accountHandler({
  endpoint: LOGTO_ENDPOINT,
  appId: LOGTO_APP_ID,
  management: { appId: LOGTO_M2M_APP_ID, appSecret: LOGTO_M2M_APP_SECRET },
  enable: { deleteAccount: { graceDays: 14 }, personalAccessTokens: true, organizations: true },
  onAudit: ({ type, userId }) => console.log(`${type} ${userId}`),
});

createServer(async (incoming, outgoing) => {
  const { method, url, headers } = incoming;
  if (!url.startsWith('/account-api/')) return outgoing.writeHead(404).end();
  const hasBody = method !== 'GET' && method !== 'HEAD';
  const request = new Request(`http://${headers.host}${url}`, {
    method,
    headers,
    ...(hasBody && { body: Readable.toWeb(incoming), duplex: 'half' }),
  });
  const response = await handler(request);
  outgoing.writeHead(response.status, Object.fromEntries(response.headers)).end(await response.text());
}).listen(Number(PORT));

// Deletes who has waited long enough. A task of your system's scheduler is better where there are several servers.
setInterval(() => handler.deleteExpired().catch(console.error), 24 * 3600 * 1000);
