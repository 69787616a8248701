import { createServer } from 'node:http';

import { close, listen } from '../fake-logto/node-http.js';

/** A port that nobody listens to. Addresses are built into an example, so its tenant's has to be known before. */
export async function freePort(host: string): Promise<number> {
  const server = createServer();
  const { port } = new URL(await listen(server, 0, host));
  await close(server);
  return Number(port);
}
