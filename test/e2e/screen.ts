import type { ElementHandle, Page } from 'puppeteer-core';

/** The roles that the pages under test are read by. */
export type Role =
  | 'alert'
  | 'button'
  | 'checkbox'
  | 'combobox'
  | 'dialog'
  | 'heading'
  | 'img'
  | 'link'
  | 'status'
  | 'textbox';

const patience = 5000;
const moment = () => new Promise((resolve) => setTimeout(resolve, 40));

/**
 * Finds things on a page as a user does: by role and name, text, or part, including shadow roots.
 *
 * Every method waits for what it looks for, and fails with a sentence when it does not come.
 */
export class Screen {
  constructor(readonly page: Page) {}

  /** The element with this role and accessible name, as a screen reader tells it. */
  find(role: Role, name: string): Promise<ElementHandle> {
    return this.#wait(`::-p-aria([name=${quoted(name)}][role="${role}"])`, `There is no ${role} named “${name}”`);
  }

  /** Waits until people can see this text. */
  async see(text: string): Promise<void> {
    await this.#explain(this.#until(text, true), `Nobody can read “${text}”`);
  }

  /** Waits until a text is no longer visible. */
  async seeNoMore(text: string): Promise<void> {
    await this.#explain(this.#until(text, false), `“${text}” is still there`);
  }

  /** An element's part, for example `part('logto-profile', 'save')`. */
  part(tag: string, part: string): Promise<ElementHandle> {
    return this.#wait(`${tag} >>> [part~="${part}"]`, `<${tag}> shows no part “${part}”`);
  }

  /** What a selector finds, where roles and names do not tell things apart. `>>>` reaches into shadow roots. */
  element(selector: string): Promise<ElementHandle> {
    return this.#wait(selector, `There is no ${selector}`);
  }

  /** What all elements of this part say, in order, as soon as there is one. */
  async texts(tag: string, part: string): Promise<string[]> {
    await this.part(tag, part);
    return this.page.$$eval(`${tag} >>> [part~="${part}"]`, (elements) =>
      elements.map(({ textContent }) => (textContent ?? '').replace(/\s+/g, ' ').trim()),
    );
  }

  /** What the row that has this label shows beside it, in the profile unless you name another tag. */
  async row(label: string, tag = 'logto-profile'): Promise<string> {
    await this.part(tag, 'row');
    const rows = await this.page.$$eval(`${tag} >>> [part~="row"]`, (elements) =>
      elements.map((element) =>
        ['label', 'value'].map((part) =>
          (element.querySelector(`[part~="${part}"]`)?.textContent ?? '').replace(/\s+/g, ' ').trim(),
        ),
      ),
    );
    const found = rows.find(([name]) => name === label);
    if (!found) throw new Error(`There is no row “${label}”, but: ${rows.map(([name]) => name).join(', ')}.`);
    return found[1] ?? '';
  }

  async click(role: Role, name: string): Promise<void> {
    await (await this.find(role, name)).click();
  }

  /** Clicks the button that says this, which is not always its name. */
  async clickText(text: string): Promise<void> {
    const words = await this.element(`button ::-p-text(${quoted(text)})`);
    const button = await words.evaluateHandle((element) => element.closest('button') as Element);
    await button.click();
  }

  /** Replaces the text of a field by typing. */
  async fill(label: string, value: string): Promise<void> {
    const field = await this.find('textbox', label);
    await field.click({ count: 3 });
    await field.press('Backspace');
    await field.type(value);
  }

  /** Chooses an option by what it says. */
  async choose(label: string, option: string): Promise<void> {
    const select = await this.find('combobox', label);
    const value = await select.evaluate(
      (element, text) => [...(element as HTMLSelectElement).options].find((each) => each.text.trim() === text)?.value,
      option,
    );
    if (value === undefined) throw new Error(`“${label}” has no option “${option}”.`);
    await select.select(value);
  }

  /** Whether there is such an element at this moment. */
  async has(role: Role, name: string): Promise<boolean> {
    return (await this.page.$(`::-p-aria([name=${quoted(name)}][role="${role}"])`)) !== null;
  }

  /** The accessible name of the focused element. */
  focused(): Promise<string> {
    return this.page.evaluate(nameOfFocused);
  }

  /** Presses Tab until the element of this name has the focus. */
  async tabTo(name: string): Promise<void> {
    const passed: string[] = [];
    while (passed.at(-1) !== name) {
      if (passed.length > 80) throw new Error(`Tab never comes to “${name}”, but to: ${passed.join(', ')}.`);
      await this.page.keyboard.press('Tab');
      passed.push(await this.focused());
    }
  }

  /** Waits until the element of this name has the focus. */
  async focusOn(name: string): Promise<void> {
    const end = Date.now() + patience;
    for (;;) {
      const found = await this.focused();
      if (found === name) return;
      if (Date.now() > end) throw new Error(`The focus is not on “${name}”, but on “${found}”.`);
      await moment();
    }
  }

  /** The value of a field. */
  async value(label: string): Promise<string> {
    const field = await this.find('textbox', label);
    return field.evaluate((element) => (element as HTMLInputElement).value);
  }

  #wait(selector: string, complaint: string): Promise<ElementHandle> {
    return this.#explain(this.#look(selector), complaint);
  }

  /** Looks from time to time. Puppeteer would ask for roles and names without a pause, which takes all of a processor. */
  #look(selector: string): Promise<ElementHandle> {
    return poll(async () => {
      const found = await this.page.$(selector);
      return found && (await found.isVisible()) ? found : undefined;
    });
  }

  // Not the text selector of Puppeteer, which remembers what it has read and misses changes inside shadow roots.
  #until(text: string, isSeen: boolean): Promise<true> {
    return poll(async () => (await this.page.evaluate(canRead, text)) === isSeen || undefined);
  }

  async #explain<Found>(waiting: Promise<Found>, complaint: string): Promise<Found> {
    try {
      return await waiting;
    } catch (cause) {
      throw new Error(`${complaint} on ${this.page.url()}.`, { cause });
    }
  }
}

/** Looks until there is something, and if there never is, says what was wrong at last. */
async function poll<Found>(look: () => Promise<Found | undefined>): Promise<Found> {
  const end = Date.now() + patience;
  for (;;) {
    let cause: unknown;
    // While one page follows another there is nothing to ask.
    const found = await look().catch((error: unknown) => void (cause = error));
    if (found !== undefined) return found;
    if (Date.now() > end) throw new Error(`Waited ${patience} ms.`, { cause });
    await moment();
  }
}

/** Runs in the page: whether an element that takes up space has this text, shadow roots included. */
function canRead(text: string): boolean {
  const roots: ParentNode[] = [document.body];
  for (const root of roots) {
    for (const element of root.querySelectorAll('*')) {
      if (element.shadowRoot) roots.push(element.shadowRoot);
      const isShown = element.getClientRects().length > 0 && element.checkVisibility({ visibilityProperty: true });
      if (isShown && element.textContent?.replace(/\s+/g, ' ').includes(text)) return true;
    }
  }
  return false;
}

/** Runs in the page, where nobody needs more of the rules for names than this. */
function nameOfFocused(): string {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  const [label] = (element as HTMLInputElement | null)?.labels ?? [];
  const name = element?.getAttribute('aria-label') ?? label?.textContent ?? element?.textContent ?? '';
  return element === document.body ? '' : name.replace(/\s+/g, ' ').trim();
}

/** Texts may contain parentheses and quotation marks, which mean something in a selector. */
function quoted(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&')}"`;
}
