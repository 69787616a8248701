import { waitFor } from 'storybook/test';

import { translated } from '../../src/localize/languages.js';
import { profileMessages } from '../../src/localize/messages/en/profile.js';

/** A field of the profile by its name in English, and in the language of the page when its words are there. */
const namesOf = (label: string, lang: string) => [
  label,
  ...Object.entries(profileMessages)
    .filter(([, text]) => text === label)
    .map(([key]) => translated(lang, key)),
];

/** What a user does in the first such element of a story. Finds things by what can be read, and by parts. */
export function user(canvas: HTMLElement, tag: string) {
  // Some elements bring others along, which are there a moment later.
  const element = () => canvas.querySelector(tag);
  const root = () => element()?.shadowRoot;
  const all = (selector: string) => [...(root()?.querySelectorAll<HTMLElement>(selector) ?? [])];
  /** Of the form that is open in the page itself; its classes are called like parts. */
  const inForm = (selector: string) => [
    ...(element()?.querySelectorAll<HTMLInputElement>(`.logto-form ${selector}`) ?? []),
  ];
  const parts = (name: string) => [...all(`[part~="${name}"]`), ...inForm(`.${name}`)];
  const wait = <Found>(find: () => Found | undefined) =>
    waitFor(
      () => {
        const found = find();
        if (!found) throw new Error(`Not found in <${tag}>: ${root()?.textContent?.replace(/\s+/g, ' ')}`);
        return found;
      },
      { timeout: 20_000, interval: 20 },
    );
  const inRow = (label: string, selector: string) =>
    wait(() => {
      const names = namesOf(label, element()?.closest<HTMLElement>('[lang]')?.lang ?? 'en');
      return all('[part~="row"]')
        .find((row) => names.includes(row.querySelector('[part~="label"]')?.textContent?.trim()))
        ?.querySelector<HTMLInputElement>(selector);
    });

  return {
    /** Presses Change in the row of that label and waits for the form. */
    async opens(label: string) {
      (await inRow(label, '[part~="edit"]')).click();
      await inRow(label, '[part~="form"]');
    },
    /** Enters something into the first input of an open row. */
    async enters(label: string, value: string) {
      await inRow(label, '[part~="form"]');
      const input = await wait(() => inForm('.input')[0]);
      input.value = value;
      for (const type of ['input', 'change']) input.dispatchEvent(new Event(type, { bubbles: true }));
    },
    /** Presses the button with this part in an open row. */
    async presses(label: string, part: string) {
      await inRow(label, '[part~="form"]');
      (await wait(() => parts(part)[0])).click();
    },
    /** Chooses a picture in the form that is open. */
    async picks(file: File) {
      const input = await wait(() => inForm('input[type="file"]')[0]);
      const files = new DataTransfer();
      files.items.add(file);
      input.files = files.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
      if (file.type.startsWith('image/')) await wait(() => all('[part~="dialog"] [part~="save"]:enabled')[0]);
    },
    /** Takes the picture as it is cropped. */
    async usesPicture() {
      (await wait(() => all('[part~="dialog"] [part~="save"]:enabled')[0])).click();
    },
    /** Waits until something with this part is there. */
    sees: (part: string) => wait(() => parts(part).find((found) => found.textContent?.trim())),
    /** Enters something into the input that is there, wherever in the element it is. */
    async entersAny(value: string) {
      const input = await wait(() => inForm('.input')[0]);
      input.value = value;
      input.dispatchEvent(new Event('input', { bubbles: true }));
    },
    /** Presses the first button with this part that can be seen, or another one, wherever in the element it is. */
    async pressesAny(part: string, which = 1) {
      (await wait(() => parts(part).filter((button) => button.checkVisibility())[which - 1])).click();
    },
  };
}
