import { readdirSync, readFileSync } from 'node:fs';

/** The README and every guide, by path. */
export const guides: ReadonlyMap<string, string> = new Map(
  ['README.md', ...readdirSync('docs').map((name) => `docs/${name}`)]
    .filter((path) => path.endsWith('.md'))
    .map((path) => [path, readFileSync(path, 'utf8')]),
);

/** A block of code, and its position. */
export interface CodeBlock {
  path: string;
  language: string;
  code: string;
}

const fence = /^```(\w*)\n([\s\S]*?)^```$/gm;

/** The blocks of code in these languages. */
export const codeBlocks = (...languages: string[]): CodeBlock[] =>
  [...guides]
    .flatMap(([path, text]) =>
      [...text.matchAll(fence)].map(([, language = '', code = '']) => ({ path, language, code })),
    )
    .filter(({ language }) => languages.includes(language));

/** The text without its blocks of code. */
export const prose = (text: string): string => text.replace(fence, '');
