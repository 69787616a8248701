import { hostedPage } from '../redirect/hosted-page.js';

/** Asks what contains an element to bring another one into sight, and to open its form. Whoever does prevents the default. */
export class ShowElementEvent extends Event {
  constructor(
    readonly element: string,
    /** The part of the button that opens the form. */
    readonly button = 'edit',
  ) {
    super('logto-show-element', { bubbles: true, cancelable: true });
  }
}

/** Elements with one form, for which Logto has a page of its own. */
export type FormElement = 'logto-email' | 'logto-phone' | 'logto-password';

export interface LeadOptions {
  endpoint: string;
  /** BCP 47 tag of the user's language. */
  lang: string;
}

/** Brings the user to the form of another element: in this page, or else at Logto's own. */
export function leadToForm(host: HTMLElement, element: FormElement, options: LeadOptions): void {
  if (!host.dispatchEvent(new ShowElementEvent(element))) return;
  const root = host.getRootNode() as Document | ShadowRoot;
  if (openForm(root.querySelector(element))) return;
  location.assign(hostedPage({ ...options, task: element.replace('logto-', ''), redirect: location.href }));
}

/**
 * Presses the button of an element that opens its form; `false` when there is none to be seen. Where the form is open
 * already, the user is led to it.
 */
export function openForm(element: Element | null, part = 'edit'): boolean {
  const find = (name: string) => element?.shadowRoot?.querySelector<HTMLElement>(`[part~="${name}"]`);
  const button = find(part);
  if (button?.checkVisibility()) {
    button.click();
    return true;
  }
  if (!find('form')?.checkVisibility()) return false;
  find('list')?.focus();
  return true;
}
