import { readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

/** The source of a module and of all that it loads, at once or later, dependencies and the list of tags aside; without comments. */
export function sourcesOf(entry: string): Map<string, string> {
  const sources = new Map<string, string>();
  const visit = (path: string) => {
    if (sources.has(path) || path === 'components/element-loaders.ts') return;
    const source = readFileSync(path, 'utf8');
    sources.set(path, source.replace(/(?<=^|\s)\/\*[\s\S]*?\*\//gm, '').replace(/^\s*\/\/.*$/gm, ''));
    for (const [, specifier = ''] of source.matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g))
      visit(normalize(join(dirname(path), specifier)).replace(/\.js$/, '.ts'));
  };
  visit(entry);
  return sources;
}
