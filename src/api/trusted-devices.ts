import type { AccountClient } from './account-client.js';
import { expectShape, isText } from './response-shape.js';

/** A device that is not asked for the second factor. Times are milliseconds since 1970. */
export interface TrustedDevice {
  id: string;
  userAgent?: string | null;
  country?: string | null;
  city?: string | null;
  createdAt: number;
  lastUsedAt?: number | null;
  expiresAt: number;
}

/** `GET /my-account/trusted-devices`: a plain-text 404 where Logto lacks the feature. */
export async function getTrustedDevices(client: AccountClient, verification?: string): Promise<TrustedDevice[]> {
  const path = 'my-account/trusted-devices?page_size=100';
  const body = await client.send<unknown>({ method: 'GET', path, verification });
  return expectShape<TrustedDevice[]>(body, (list) => Array.isArray(list)).filter((device) => isText(device?.id));
}

/** `DELETE /my-account/trusted-devices/:id` */
export const removeTrustedDevice = (client: AccountClient, id: string, verification: string) =>
  client.send({ method: 'DELETE', path: `my-account/trusted-devices/${encodeURIComponent(id)}`, verification });
