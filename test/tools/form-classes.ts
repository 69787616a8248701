import { readFileSync } from 'node:fs';

/** The classes of the forms that stand in the page itself, as the guide to theming names them. */
export function documentedFormClasses(): string[] {
  const guide = readFileSync('docs/theming.md', 'utf8');
  const [, section = ''] = /## Forms that password managers find\n([\s\S]*)/.exec(guide) ?? [];
  const rows = section.split('\n').filter((line) => line.startsWith('| `'));
  return rows.flatMap((row) => [...(row.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)].map(([, name = '']) => name));
}
