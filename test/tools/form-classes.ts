import { readFileSync } from 'node:fs';

/** The classes of the forms that stand in the page itself, as the README names them. */
export function documentedFormClasses(): string[] {
  const readme = readFileSync('README.md', 'utf8');
  const [, section = ''] = /## Forms that password managers find\n([\s\S]*?)\n## /.exec(readme) ?? [];
  const rows = section.split('\n').filter((line) => line.startsWith('| `'));
  return rows.flatMap((row) => [...(row.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)].map(([, name = '']) => name));
}
