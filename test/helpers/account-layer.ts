import { beginLayer, endLayer, type LayerOptions } from '../fake-logto/account-layer.js';
import type { FakeLogto } from '../fake-logto/fake-logto.js';
import { serveAlso } from './stand-in.js';

export { accountApi } from '../fake-logto/account-layer.js';

afterEach(endLayer);

/**
 * Lets the layer of the page answer until the test ends.
 *
 * @param at The endpoint of the tenant.
 * @returns The requests that the layer got, in order.
 */
export function serveLayer(
  logto: FakeLogto,
  at: string,
  enable: LayerOptions['enable'],
  options: Pick<LayerOptions, 'beforeDelete' | 'onError'> = {},
): string[] {
  const asked: string[] = [];
  serveAlso(beginLayer({ ...options, logto, at, enable, heard: (request) => void asked.push(request) }));
  return asked;
}
