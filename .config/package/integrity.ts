import { createHash } from 'node:crypto';

import type { Plugin } from 'vite';

const file = 'integrity.json';

/**
 * Writes what a page needs to have the browser check every script of a folder: the hash of each, by its name. Browsers
 * take the hashes of what a script loads from the page's import map only.
 */
export function integrity(): Plugin {
  return {
    name: 'integrity',
    generateBundle: {
      order: 'post', // what is hashed is what is written
      handler(_options, bundle) {
        const scripts = Object.values(bundle).flatMap((output) =>
          output.type === 'chunk' ? [[output.fileName, hashOf(output.code), output.isEntry] as const] : [],
        );
        const hashes = Object.fromEntries(scripts.map(([name, hash]) => [name, hash] as const).sort());
        this.emitFile({ type: 'asset', fileName: file, source: `${JSON.stringify(hashes, null, 2)}\n` });
        for (const [name, hash, isEntry] of scripts) if (isEntry) this.info(`${name} has integrity="${hash}"`);
      },
    },
  };
}

const hashOf = (code: string) => `sha384-${createHash('sha384').update(code).digest('base64')}`;
