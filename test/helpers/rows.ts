import { sendKeys } from '@web/test-runner-commands';

import { namesOf, part, parts, textOf } from './read.js';

/*
 * What there is to read in a tag that is a list of rows, each with a label, a value and buttons.
 */

/** The row of that label; throws when there is none. */
export function rowOf(tag: HTMLElement, label: string): HTMLElement {
  const row = parts(tag, 'row').find((each) => nonBlank(each, 'label') === label);
  if (!row) throw new Error(`There is no row "${label}", but: ${labelsOf(tag).join(', ')}`);
  return row;
}

/** What the rows are called, in order. */
export const labelsOf = (tag: HTMLElement) => parts(tag, 'label').map(textOf);

/** What each closed row says, by its label. */
export const valuesOf = (tag: HTMLElement) =>
  Object.fromEntries(parts(tag, 'row').map((row) => [nonBlank(row, 'label') ?? '', nonBlank(row, 'value')] as const));

/** The accessible names of the buttons of this row, in order. */
export const buttonsIn = (tag: HTMLElement, label: string) => namesOf(rowOf(tag, label), 'button');

/** What stands in the row besides, e.g. its hint or the error in it. */
export const nonBlank = (row: HTMLElement, name: string) => {
  const found = row.querySelector(`[part~="${name}"]`);
  return found ? textOf(found) : undefined;
};

/** What the user should think about before going on. */
export const warningsOf = (tag: HTMLElement) => parts(tag, 'warning').map(textOf);

export const isRowOpen = (tag: HTMLElement) => parts(tag, 'form').length > 0;

/** The open row. */
export const panelOf = (tag: HTMLElement) => part(tag, 'form');

/** Where the user's browser is, in the shadow root or the page. */
export const focused = (tag: HTMLElement): Element | null =>
  document.activeElement === tag ? tag.shadowRoot!.activeElement : document.activeElement;

/** Goes back with the keyboard. */
export async function shiftTab() {
  await sendKeys({ down: 'Shift' });
  await sendKeys({ press: 'Tab' });
  await sendKeys({ up: 'Shift' });
}
