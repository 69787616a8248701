const live = new WeakSet<Element>();

/** Says that an element in the page is one that we made, and will remove. */
export const keepAlive = (element: Element): unknown => live.add(element);

/**
 * Removes the forms and dialogs in an element that nobody answers to: what swaps or restores the HTML of a page copies them
 * as well, without what makes them work.
 */
export function removeLeftovers(host: Element): void {
  for (const child of [...host.children])
    if (child.matches('.logto-form, .logto-dialog') && !live.has(child)) child.remove();
}
