import { createServer } from 'node:http';

import { close, listen } from '../fake-logto/node-http.js';

/** A free port. URLs are built into an example, so the tenant's port must be known before. */
export async function freePort(host: string): Promise<number> {
  const server = createServer();
  const { port } = new URL(await listen(server, 0, host));
  await close(server);
  return Number(port);
}
