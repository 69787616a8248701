import { recordLifetime, type Identifier } from '../api/verifications.js';
import { forgetRedirect, rememberRedirect, type PendingRedirect } from '../redirect/pending-redirect.js';
import { LostAnswers } from '../state/lost-answers.js';
import type { Person } from '../state/person.js';

/** A code that was sent to an address. */
export interface SentCode extends Identifier {
  /** Of the record that the code belongs to. A secret. */
  recordId: string;
  /** Whether Logto has taken the code, so that only binding is left. */
  isVerified?: boolean;
}

/** One that was sent before the page was loaded. */
export interface ResumedCode extends SentCode {
  /** Milliseconds since 1970. */
  expiresAt: number;
}

/**
 * The code that was sent last, and whatever becomes of it. Phones throw a page away while the code is fetched, so the tab
 * remembers what is needed to enter it: the address and the record, for as long as Logto keeps that. Nothing of it is
 * left when the code was used, given up, or nobody is signed in any more.
 */
export class CodeOnItsWay {
  readonly lost = new LostAnswers();
  readonly #expiry: ReturnType<typeof setTimeout>;
  #isForgotten = false;

  constructor(
    /** What it is for. */
    private readonly task: string,
    private readonly person: Person,
    private readonly sent: SentCode,
    private readonly expiresAt: number,
  ) {
    this.#remember();
    // The timer of a page that sleeps is late: who takes it up looks at the time again.
    this.#expiry = setTimeout(() => this.forget(), expiresAt - Date.now());
  }

  get identifier(): Identifier {
    const { type, value } = this.sent;
    return { type, value };
  }

  get value(): string {
    return this.sent.value;
  }

  get recordId(): string {
    return this.sent.recordId;
  }

  get isVerified(): boolean {
    return this.sent.isVerified ?? false;
  }

  /** Milliseconds since 1970. */
  get sentAt(): number {
    return this.expiresAt - recordLifetime;
  }

  /** Seconds since it was sent. */
  get age(): number {
    return Math.max(0, (Date.now() - this.sentAt) / 1000);
  }

  wasTaken() {
    this.sent.isVerified = true;
    if (!this.#isForgotten) this.#remember();
  }

  forget() {
    this.#isForgotten = true;
    clearTimeout(this.#expiry);
    forgetRedirect(this.#owner);
  }

  #remember() {
    rememberRedirect(this.#owner, this.sent, { expiresAt: this.expiresAt });
  }

  get #owner() {
    const { task, person } = this;
    return { task, endpoint: person.endpoint, userId: person.id };
  }
}

/** What the tab remembers of a code, where it can still be entered. */
export function sentCodeIn({ data, hasExpired }: PendingRedirect): SentCode | undefined {
  const { type, value, recordId, isVerified } = Object(data) as Partial<SentCode>;
  if (hasExpired || typeof value !== 'string' || typeof recordId !== 'string') return undefined;
  if (type !== 'email' && type !== 'phone') return undefined;
  return { type, value, recordId, isVerified: isVerified === true };
}
