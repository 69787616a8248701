import { html, render } from 'lit';

/** What stands on paper. */
export interface CodesSheet {
  title: string;
  accountName: string;
  explanation: string;
  codes: readonly string[];
  lang: string;
  /** Which way it is read. */
  dir: string;
  /** When it was printed, for reading. */
  date: string;
}

const style = `
  body { margin: 1cm; font: 12pt/1.5 system-ui, sans-serif; color: #000; background: #fff; }
  h1 { margin: 0; font-size: 18pt; }
  ol { display: grid; grid-template-columns: repeat(2, max-content); gap: 0.5em min(3em, 8vw); padding: 0; list-style: none; }
  li { font: 14pt/1.5 ui-monospace, monospace; }
  li::before { content: '\\2610\\a0'; }
`;

/**
 * Prints a sheet of its own, without the page around it. The sheet is in a frame of class `sheet` inside `parent`, until
 * it is printed or the parent is gone.
 */
export function printCodes(parent: Element, sheet: CodesSheet) {
  const frame = document.createElement('iframe');
  frame.className = 'sheet';
  frame.ariaHidden = 'true';
  frame.tabIndex = -1;
  parent.append(frame);
  const { contentWindow: view, contentDocument: page } = frame;
  if (!view || !page) return frame.remove();
  fillSheet(page, sheet);
  view.addEventListener('afterprint', () => frame.remove());
  view.print();
}

/** Fills an empty document of the page's own origin. */
export function fillSheet(page: Document, { title, accountName, explanation, codes, lang, dir, date }: CodesSheet) {
  const styles = new (page.defaultView as Window & typeof globalThis).CSSStyleSheet();
  styles.replaceSync(style);
  page.adoptedStyleSheets = [styles];
  Object.assign(page.documentElement, { lang, dir });
  page.title = title;
  render(
    html`<h1>${title}</h1>
      <p>${accountName}<br />${date}</p>
      <p>${explanation}</p>
      <ol>
        ${codes.map((code) => html`<li><bdi dir="ltr">${code}</bdi></li>`)}
      </ol>`,
    page.body,
  );
}
