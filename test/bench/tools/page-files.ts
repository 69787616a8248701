import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { build } from 'vite';

import { repositoryRoot } from '../../tools/pages.js';

/** The pages that are measured, with a slash at the end. */
export const pagesFolder = fileURLToPath(new URL('../pages/', import.meta.url));

export type Values = Record<string, string>;

/** Puts values into a page in which `%NAME%` stands for them. They come from here, and are not escaped. */
export function filledIn(html: string, values: Values): string {
  return Object.entries(values).reduce((filled, [name, value]) => filled.replaceAll(`%${name}%`, () => value), html);
}

/** A page that is served as it is. */
export const pageOf = (name: string, values: Values) =>
  filledIn(readFileSync(`${pagesFolder}${name}.html`, 'utf8'), values);

/** The CDN script and all that it loads, by path. */
export function cdnFiles(): Map<string, string> {
  const names = readdirSync(`${repositoryRoot}cdn`, { recursive: true, encoding: 'utf8' });
  return new Map(
    names
      .filter((name) => name.endsWith('.js'))
      .map((name) => [`/cdn/${name}`, readFileSync(`${repositoryRoot}cdn/${name}`, 'utf8')]),
  );
}

const { exports } = JSON.parse(readFileSync(`${repositoryRoot}package.json`, 'utf8')) as {
  exports: { './account': string };
};

/** A page that imports packages, as a bundler with its default settings makes it; all of its files, by path. */
export async function bundled(name: string, values: Values): Promise<Map<string, string>> {
  const result = await build({
    configFile: false,
    root: pagesFolder,
    base: `/${name}/`,
    publicDir: false,
    logLevel: 'error',
    resolve: { alias: { 'logto-account-elements/account': repositoryRoot + exports['./account'] } },
    plugins: [
      {
        name: 'fill-in',
        transformIndexHtml: { order: 'pre', handler: (html) => filledIn(html, values) },
      },
    ],
    build: { write: false, rolldownOptions: { input: `${pagesFolder}${name}.html` } },
  });
  if (!('output' in result)) throw new Error(`There is not one bundle of ${name}, but several.`);
  return new Map(
    result.output.map((file) => [
      `/${name}/${file.fileName}`,
      file.type === 'chunk' ? file.code : Buffer.from(file.source).toString(),
    ]),
  );
}
