import { readFileSync } from 'node:fs';

/** What is read of custom-elements.json. */
export interface Manifest {
  modules: { path: string; declarations?: (TagDeclaration | { customElement?: undefined })[] }[];
}

export interface Named {
  name: string;
  description: string;
}

export interface TagDeclaration extends Named {
  customElement: true;
  tagName: string;
  summary: string;
  attributes?: (Named & { fieldName: string; type: { text: string }; default?: string })[];
  members: (Named & { kind: string; attribute?: string; readonly?: boolean; type?: { text: string } })[];
  events?: (Named & { type: { text: string } })[];
  slots?: Named[];
  cssParts?: Named[];
  cssProperties?: Named[];
  cssStates?: Named[];
}

export const manifest = JSON.parse(readFileSync('custom-elements.json', 'utf8')) as Manifest;

export const tags = manifest.modules
  .flatMap(({ declarations = [] }) => declarations)
  .filter((declaration): declaration is TagDeclaration => declaration.customElement === true);

/** What a page can set on a tag and not write in HTML. */
export const propertiesWithoutAttribute = ({ members }: TagDeclaration) =>
  members.filter(({ kind, attribute, readonly }) => kind === 'field' && !attribute && !readonly);

/** Each name once, with all that is said about it. */
export function once(named: Named[]): Named[] {
  const descriptions = new Map<string, Set<string>>();
  for (const { name, description } of named)
    descriptions.set(name, (descriptions.get(name) ?? new Set()).add(description));
  return [...descriptions].map(([name, all]) => ({ name, description: [...all].join('\n') }));
}

/** The manifest of the sources, for the files that are in the package. */
export function shippedManifest(): unknown {
  return JSON.parse(JSON.stringify(manifest), (key, value: unknown) =>
    (key === 'path' || key === 'module') && typeof value === 'string' && value.endsWith('.ts')
      ? `dist/${value.replace(/\.ts$/, '.js')}`
      : value,
  );
}
