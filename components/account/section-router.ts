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
  /** Where `go` led; the browser tells of it later, when there may be more to lose than to follow. */
  #gone: string | undefined;

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
    if (routing === 'hash') return decoded(location.hash.slice(1));
    const path = location.pathname.replace(/\/*$/, '/');
    const base = `${this.#base}/`;
    return path.startsWith(base) ? decoded(path.slice(base.length, -1)) : undefined;
  }

  /** For a link. Without the query of the page, which may be an answer that is meant for somebody else. */
  hrefOf(section: string): string {
    const name = encodeURIComponent(section);
    const { origin, pathname, search } = location;
    if (this.host.routing === 'history') return `${origin}${this.#base}/${name}`;
    const hasBase = document.baseURI.split('#')[0] !== `${origin}${pathname}${search}`;
    return hasBase ? `${origin}${pathname}#${name}` : `#${name}`;
  }

  /** Goes where the link to a section leads, without loading the page again. */
  go(section: string) {
    if (section === this.section) return;
    if (this.host.routing === 'hash') {
      this.#gone = section;
      location.hash = encodeURIComponent(section);
    } else history.pushState(null, '', this.hrefOf(section));
    this.moved();
  }

  get #base() {
    return `/${this.host.basePath}`.replace(/\/+/g, '/').replace(/\/$/, '');
  }

  readonly #follow = ({ type }: Event) => {
    const isNews = this.section !== this.#gone;
    if (type === 'hashchange') this.#gone = undefined; // the last that is told of one step
    if (isNews && this.host.routing !== 'off') this.moved();
  };
}

/** Whatever somebody has put into the address. */
function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** A click that means "go there", not "open it elsewhere". */
export const isPlainClick = ({ button, ctrlKey, metaKey, shiftKey, altKey }: MouseEvent) =>
  button === 0 && !ctrlKey && !metaKey && !shiftKey && !altKey;
