/// <reference types="vite/client" />
import { slugOf } from './slug.js';

const texts = import.meta.glob<string>('../../../docs/*.md', { eager: true, query: '?raw', import: 'default' });
const pictures = import.meta.glob<string>('../../../docs/images/*.png', {
  eager: true,
  query: '?url',
  import: 'default',
});

/** For Storybook's own `Markdown`: headings have the anchors that they have on GitHub. */
export const options = { slugify: slugOf };

/** The text of a guide in `docs/`, with links to pages of Storybook. */
export const guide = (name: string): string =>
  textOf(name).replace(
    /(!?)\[([^\]]+)\]\((?!https:)([^)#]+)?(#[^)]+)?\)/g,
    (link, picture: string, words: string, file?: string, anchor = '') => {
      if (file === undefined) return link;
      if (picture) return `![${words}](${pictures[`../../../docs/${file}`] ?? ''})`;
      const page = file === '../README.md' ? 'introduction' : pageOf(file);
      return page ? `[${words}](./?path=/docs/${page}--docs${anchor})` : words; // what is in the repository alone
    },
  );

const textOf = (name: string) => texts[`../../../docs/${name}.md`] ?? '';

/** The id that Storybook makes of the title of a guide, which is its first heading. */
function pageOf(file: string): string | undefined {
  const [, title] = /^# (.+)$/m.exec(textOf(file.replace(/\.md$/, ''))) ?? [];
  return title && `guides-${title.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`;
}
