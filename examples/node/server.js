import { createServer } from 'node:http';
import { Readable } from 'node:stream';
import { accountHandler } from 'logto-account-elements/server';

const { LOGTO_ENDPOINT, LOGTO_APP_ID, LOGTO_M2M_APP_ID, LOGTO_M2M_APP_SECRET, PORT = '3000' } = process.env;

// Where browsers find this server: behind a proxy, the proxy's address.
const { ORIGIN = `http://localhost:${PORT}` } = process.env;

const handler = accountHandler({
  endpoint: LOGTO_ENDPOINT,
  appId: LOGTO_APP_ID,
  management: { appId: LOGTO_M2M_APP_ID, appSecret: LOGTO_M2M_APP_SECRET },
  enable: { deleteAccount: { graceDays: 14 }, personalAccessTokens: true, organizations: true },
  onAudit: ({ type, userId }) => console.log(`${type} ${userId}`),
});

createServer((incoming, outgoing) => {
  respond(incoming, outgoing).catch((error) => {
    console.error(error);
    if (outgoing.headersSent) outgoing.destroy();
    else outgoing.writeHead(500).end();
  });
}).listen(Number(PORT));

async function respond(incoming, outgoing) {
  if (!incoming.url.startsWith('/account-api/')) return outgoing.writeHead(404).end();
  const request = toRequest(incoming);
  if (!request) return outgoing.writeHead(400).end();
  const response = await handler(request);
  outgoing.writeHead(response.status, Object.fromEntries(response.headers)).end(await response.text());
}

/** Nothing for what is no request to a page, such as `TRACE`. The header `Host` is not looked at: anyone can write it. */
function toRequest(incoming) {
  const { method, url, headers } = incoming;
  const hasBody = method !== 'GET' && method !== 'HEAD';
  const body = hasBody && { body: Readable.toWeb(incoming), duplex: 'half' };
  try {
    return new Request(ORIGIN + url, { method, headers, ...body });
  } catch {
    return undefined;
  }
}

// Deletes who has waited long enough. A task of your system's scheduler is better where there are several servers.
setInterval(() => handler.deleteExpired().catch(console.error), 24 * 3600 * 1000);
