import { html, type TemplateResult } from 'lit';

/** The little Markdown that doc comments have: paragraphs and code in a line. */
export const markdown = (text: string): TemplateResult[] =>
  text
    .split(/\n\s*\n/)
    .filter((paragraph) => paragraph.trim())
    .map((paragraph) => html`<p>${paragraph.split(/(`[^`]+`)/).map(inline)}</p>`);

const inline = (part: string) =>
  part.startsWith('`') && part.length > 1 ? html`<code>${part.slice(1, -1)}</code>` : part;
