import { hostedPage } from '../redirect/hosted-page.js';

/** Asks what contains an element to bring another one into sight, and to open its form. Whoever does prevents the default. */
export class ShowElementEvent extends Event {
  constructor(
    readonly element: string,
    /** What `open()` of that element calls it. */
    readonly task?: string,
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
export async function leadToForm(host: HTMLElement, element: FormElement, options: LeadOptions): Promise<void> {
  if (!host.dispatchEvent(new ShowElementEvent(element))) return;
  const root = host.getRootNode() as Document | ShadowRoot;
  if (await isOpenedIn(root.querySelector(element))) return;
  location.assign(hostedPage({ ...options, task: element.replace('logto-', ''), redirect: location.href }));
}

/** Nobody waits for one that is not there yet. */
const isOpenedIn = async (element: (Element & { open?(): Promise<boolean> }) | null) =>
  element?.matches(':state(edit)') === true && (await element.open?.());
