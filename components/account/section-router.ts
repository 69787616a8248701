import type { ReactiveController, ReactiveElement } from 'lit';

/** How sections are addressed: by fragment, by path, or not at all. */
export type AccountRouting = 'hash' | 'history' | 'off';

export interface RouterHost extends ReactiveElement {
  readonly routing: AccountRouting;
  /** What comes before the name of a section in the path, for `history`. */
  readonly basePath: string;
}

/** Reads from the address which section is wanted, and writes it there. */
export class SectionRouter implements ReactiveController {
  constructor(
    private readonly host: RouterHost,
    /** The user has gone to another address within the page. */
    private readonly moved: () => void,
  ) {
    host.addController(this);
  }

  hostConnected() {
    addEventListener('hashchange', this.#follow);
    addEventListener('popstate', this.#follow);
  }

  hostDisconnected() {
    removeEventListener('hashchange', this.#follow);
    removeEventListener('popstate', this.#follow);
  }

  /** The name in the address, whether there is such a section or not. Never throws, whatever stands there. */
  get section(): string | undefined {
    const { routing } = this.host;
    if (routing === 'off') return undefined;
    if (routing === 'hash') return location.hash.slice(1);
    const path = location.pathname.replace(/\/*$/, '/');
    const base = `${this.#base}/`;
    return path.startsWith(base) ? path.slice(base.length, -1) : undefined;
  }

  /** The address of a section, whole: a page may have a `<base>`. */
  hrefOf(section: string): string {
    const { origin, pathname, search } = location;
    if (this.host.routing === 'hash') return `${origin}${pathname}${search}#${section}`;
    return `${origin}${this.#base}/${section}`;
  }

  /** Goes where the link to a section leads, without loading the page again. */
  go(section: string) {
    const href = this.hrefOf(section); // the page may have changed its query since the link was rendered
    if (href === location.href) return;
    if (this.host.routing === 'hash') location.assign(href);
    else history.pushState(null, '', href);
    this.moved();
  }

  get #base() {
    return `/${this.host.basePath}`.replace(/\/+/g, '/').replace(/\/$/, '');
  }

  readonly #follow = () => this.host.routing !== 'off' && this.moved();
}

/** A click that means "go there", not "open it elsewhere". */
export const isPlainClick = ({ button, ctrlKey, metaKey, shiftKey, altKey }: MouseEvent) =>
  button === 0 && !ctrlKey && !metaKey && !shiftKey && !altKey;
