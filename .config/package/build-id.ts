import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';

import type { Plugin } from 'vite';

const tools = '.config/package';

/**
 * Names a build by all that is bundled, and by what bundles it. Files of one build are in one folder of this name: a browser may
 * keep them for ever, and short names of files compress far better than a hash in each.
 */
export function buildId(): { plugin: Plugin; id: () => string } {
  let id = '';
  return {
    id: () => id,
    plugin: {
      name: 'build-id',
      renderStart() {
        const hash = createHash('sha256').update(this.meta.rolldownVersion);
        for (const file of ['vite.config.ts', ...readdirSync(tools).map((name) => `${tools}/${name}`)])
          if (file.endsWith('.ts')) hash.update(readFileSync(file));
        for (const module of [...this.getModuleIds()].sort()) hash.update(this.getModuleInfo(module)?.code ?? '');
        id = hash.digest('base64url').replace(/\W|_/g, '').slice(0, 10);
      },
    },
  };
}
