import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { format } from 'oxfmt';

const style = JSON.parse(readFileSync(fileURLToPath(new URL('../../.oxfmtrc.json', import.meta.url)), 'utf8'));

/** A text as everything else here is formatted; the ending of the name says what it is. */
export const formatted = async (name, text) => (await format(name, text, style)).code;
