// Makes the list of all stories of what their files say: `states [--check]`, which fails when it was not up to date.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';

import { extractDescription, getStorySortParameter, loadCsf } from 'storybook/internal/csf-tools';

import { formatted } from './formatted.mjs';

const path = 'stories/docs/states.mdx';
const head = `import { Meta, Story } from '@storybook/addon-docs/blocks';

import * as Account from '../account.stories';

<Meta title="States" />

{/* Made by "npm run states". */}

# States

Every state that a user can meet is a story. The tests open each one in three looks, check its accessibility, and compare it with
a picture: light, English, 900 px wide; dark, Arabic, from right to left, 375 px; light, German, text at 200 %, 720 px.

<Story of={Account.Security} />
`;

const { order } = getStorySortParameter(readFileSync('stories/.storybook/preview.ts', 'utf8'));
const elements = readdirSync('stories')
  .filter((name) => name.endsWith('.stories.ts'))
  .map((name) => loadCsf(readFileSync(`stories/${name}`, 'utf8'), { makeTitle: (title) => title }).parse())
  .filter(({ meta }) => !meta.title.includes('/')) // of flows and of themes there are pages
  .sort((one, other) => order.indexOf(one.meta.title) - order.indexOf(other.meta.title));

const lines = ({ meta, _stories: stories, _storyStatements: statements }) => [
  `\n## ${meta.title}\n`,
  ...Object.entries(stories).map(([key, { id, name }]) => {
    const about = asText(extractDescription(statements[key]));
    return `- [${name}](./?path=/story/${id})${about && `: ${about}`}`;
  }),
];

/** Doc comments are Markdown, and not MDX. */
const asText = (comment) =>
  comment
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/(`[^`]*`)|[<{]/g, (all, code) => code ?? `\\${all}`);

const made = await formatted(path, `${head}${elements.flatMap(lines).join('\n')}\n`);
const isCurrent = made === readFileSync(path, 'utf8');
if (!isCurrent) writeFileSync(path, made);
console.log(isCurrent ? 'States: up to date.' : `${path} was out of date. It is made anew: commit it.`);
if (!isCurrent && process.argv.includes('--check')) process.exitCode = 1;
