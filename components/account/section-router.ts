import type { ReactiveController, ReactiveElement } from 'lit';

import { tellDeveloper } from '../../src/developer-hints/tell-developer.js';
import { pathBefore, sectionInAddress, taskInAddress, type SectionAddress } from './section-address.js';

export interface SectionRouterOptions {
  /** The user has gone to another address within the page. */
  moved: () => void;
  /** Whether there is such a section, for whomever. */
  knows: (section: string) => boolean;
}

/** Reads from the address which section is wanted, and writes it there. */
export class SectionRouter implements ReactiveController {
  /** Where `go` led; the browser tells of it later, when there may be more to lose than to follow. */
  #gone: string | undefined;
  #hasReported = false;

  constructor(
    private readonly host: ReactiveElement & SectionAddress,
    private readonly options: SectionRouterOptions,
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

  /** The name in the address, whether there is such a section or not. */
  get section(): string | undefined {
    return sectionInAddress(this.host);
  }

  /** What the address says is to be done in that section. */
  get task(): string | undefined {
    return taskInAddress(this.host);
  }

  /** For a link. Without the query of the page, which may be an answer that is meant for somebody else. */
  hrefOf(section: string): string {
    const name = encodeURIComponent(section);
    const { origin, pathname, search } = location;
    if (this.host.routing === 'history') return `${origin}${pathBefore(this.host)}/${name}`;
    const hasBase = document.baseURI.split('#')[0] !== `${origin}${pathname}${search}`;
    return hasBase ? `${origin}${pathname}#${name}` : `#${name}`;
  }

  /**
   * Goes where the link to a section leads, without loading the page again. `false` where the address cannot say so: the
   * fragment is the page's.
   */
  go(section: string): boolean {
    if (section === this.section) return true;
    if (this.#isOfPage(this.section)) return this.#reportForeignFragment();
    if (this.host.routing === 'hash') {
      this.#gone = section;
      location.hash = encodeURIComponent(section);
    } else history.pushState(null, '', this.hrefOf(section));
    this.options.moved();
    return true;
  }

  /** A fragment that names no section is the page's, for instance the address that its router goes by. */
  #isOfPage(section: string | undefined): boolean {
    return this.host.routing === 'hash' && section !== undefined && section !== '' && !this.options.knows(section);
  }

  #reportForeignFragment(): false {
    if (!this.#hasReported) tellDeveloper(({ foreignFragmentHint }) => foreignFragmentHint(this.host.localName));
    this.#hasReported = true;
    return false;
  }

  readonly #follow = ({ type }: Event) => {
    const isNews = this.section !== this.#gone;
    if (type === 'hashchange') this.#gone = undefined; // the last that is told of one step
    if (isNews && this.host.routing !== 'off') this.options.moved();
  };
}

/** A click that means "go there", not "open it elsewhere". */
export const isPlainClick = ({ button, ctrlKey, metaKey, shiftKey, altKey }: MouseEvent) =>
  button === 0 && !ctrlKey && !metaKey && !shiftKey && !altKey;
