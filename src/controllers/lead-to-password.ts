import { hostedPage } from '../redirect/hosted-page.js';

/** Asks what contains an element to bring another one into sight, and to open its form. Whoever does prevents the default. */
export class ShowElementEvent extends Event {
  constructor(readonly element: string) {
    super('logto-show-element', { bubbles: true, cancelable: true });
  }
}

export interface LeadOptions {
  endpoint: string;
  /** BCP 47 tag of the user's language. */
  lang: string;
}

/** Brings the user to where a password is set: in this page, or else at Logto's own. */
export function leadToPassword(host: HTMLElement, options: LeadOptions): void {
  if (!host.dispatchEvent(new ShowElementEvent('logto-password'))) return;
  const root = host.getRootNode() as Document | ShadowRoot;
  if (openForm(root.querySelector('logto-password'))) return;
  location.assign(hostedPage({ ...options, task: 'password', redirect: location.href }));
}

/** Presses the button of an element that opens its form; `false` when there is none to be seen. */
export function openForm(element: Element | null): boolean {
  const button = element?.shadowRoot?.querySelector<HTMLElement>('[part~="edit"]');
  if (!button?.checkVisibility()) return false;
  button.click();
  return true;
}
