/**
 * Adds to `dist` what is not compiled: the manifest, the themes, the description of the server’s routes, and what editors
 * and frameworks know the tags by.
 */
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, extname } from 'node:path';

import { shippedManifest } from './manifest.js';
import { tagTypes } from './tag-types.js';
import { cssCustomData, htmlCustomData } from './vscode-data.js';
import { webTypes } from './web-types.js';

const { name, version } = JSON.parse(readFileSync('package.json', 'utf8')) as { name: string; version: string };

write('dist/custom-elements.json', json(shippedManifest()));
write('dist/editors/vscode.html-data.json', json(htmlCustomData()));
write('dist/editors/vscode.css-data.json', json(cssCustomData()));
write('dist/editors/web-types.json', json(webTypes({ name, version })));
cpSync('.config/package/types', 'dist/types', { recursive: true });
write('dist/types/tags.d.ts', tagTypes());
cpSync('src/server/account-api.openapi.json', 'dist/src/server/account-api.openapi.json');
cpSync('components/data-export/data-export.schema.json', 'dist/components/data-export/data-export.schema.json');
write('cdn/logto-account-elements.d.ts', "export * from '../dist/components/cdn.js';\n");
cpSync('stories/themes', 'dist/themes', { recursive: true, filter: (path) => !extname(path) || path.endsWith('.css') });

function write(path: string, text: string) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

function json(value: unknown) {
  return `${JSON.stringify(value, null, 2)}\n`;
}
