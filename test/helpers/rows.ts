import { sendKeys } from '@web/test-runner-commands';

import { namesOf, part, parts, textOf } from './read.js';

/*
 * Reading an element that is a list of rows, each with a label, a value and buttons.
 */

/** The row with a label; throws if there is none. */
export function rowOf(tag: HTMLElement, label: string): HTMLElement {
  const row = parts(tag, 'row').find((each) => textOfPart(each, 'label') === label);
  if (!row) throw new Error(`There is no row "${label}", but: ${labelsOf(tag).join(', ')}`);
  return row;
}

/** The labels of all rows, in order. */
export const labelsOf = (tag: HTMLElement) => parts(tag, 'label').map(textOf);

/** The values of all rows by label. */
export const valuesOf = (tag: HTMLElement) =>
  Object.fromEntries(
    parts(tag, 'row').map((row) => [textOfPart(row, 'label') ?? '', textOfPart(row, 'value')] as const),
  );

/** The accessible names of the buttons in a row, in order. */
export const buttonsIn = (tag: HTMLElement, label: string) => namesOf(rowOf(tag, label), 'button');

/** The text of a part of a row, such as its hint or error. */
export const textOfPart = (row: HTMLElement, name: string) => {
  const found = row.querySelector(`[part~="${name}"]`);
  return found ? textOf(found) : undefined;
};

/** The texts of all warnings. */
export const warningsOf = (tag: HTMLElement) => parts(tag, 'warning').map(textOf);

export const isRowOpen = (tag: HTMLElement) => parts(tag, 'form').length > 0;

/** The open row. */
export const panelOf = (tag: HTMLElement) => part(tag, 'form');

/** The focused element, in the shadow root or the page. */
export const focused = (tag: HTMLElement): Element | null =>
  document.activeElement === tag ? tag.shadowRoot!.activeElement : document.activeElement;

/** Presses Shift+Tab. */
export async function shiftTab() {
  await sendKeys({ down: 'Shift' });
  await sendKeys({ press: 'Tab' });
  await sendKeys({ up: 'Shift' });
}
