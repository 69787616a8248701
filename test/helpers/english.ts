import { readdirSync } from 'node:fs';

import type { Message } from '../../src/localize/messages/messages.js';

const folder = new URL('../../src/localize/messages/en/', import.meta.url);

/** Every sentence of the library, in the language that the others are translated from. */
export const english: Record<string, Message> = {};

for (const file of readdirSync(folder)) {
  const module = (await import(new URL(file, folder).href)) as Record<string, typeof english>;
  Object.assign(english, ...Object.values(module));
}
