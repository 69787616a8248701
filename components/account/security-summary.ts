import { html, nothing, type LitElement } from 'lit';

import { ShowElementEvent } from '../../src/controllers/lead-to-form.js';
import type { LocalizeController } from '../../src/controllers/localize-controller.js';
import type { CommonMessageKey } from '../../src/localize/localizer.js';
import { emailMessages } from '../../src/localize/messages/en/email.js';
import { mfaMessages } from '../../src/localize/messages/en/mfa.js';
import { passwordMessages } from '../../src/localize/messages/en/password.js';
import { phoneMessages } from '../../src/localize/messages/en/phone.js';
import { secondStepMessages } from '../../src/localize/messages/en/second-step.js';
import { securitySummaryMessages } from '../../src/localize/messages/en/security-summary.js';
import { badge, type Badge } from '../../src/look/badge.js';
import { icon } from '../../src/look/icon.js';
import { authenticatorIcon, listIcon, lockIcon, mailIcon, shieldIcon } from '../../src/look/icons.js';
import type { AccountStore } from '../../src/state/account-store.js';
import { adoptStyles } from '../../src/styles/adopt-styles.js';
import type { ElementName } from '../element-loaders.js';
import type { AccountPlan } from './account-plan.js';
import type { ComposedElements } from './composed-elements.js';
import { securityFacts, type SecondStep, type SecondStepState, type SecurityFacts } from './security-facts.js';
import { securitySummaryStyles } from './security-summary.styles.js';

const english = {
  ...emailMessages,
  ...mfaMessages,
  ...passwordMessages,
  ...phoneMessages,
  ...secondStepMessages,
  ...securitySummaryMessages,
};

export type SummaryMessageKey = CommonMessageKey | keyof typeof english;

interface Fact {
  icon: string;
  label: string;
  badge: Badge;
  /** More about it. */
  value?: string;
}

/** What to do next: why, and the button of the element that does it. */
interface Advice {
  reason: SummaryMessageKey;
  button: SummaryMessageKey;
  element: ElementName;
  /** What `open()` of the element calls it, where it has several. */
  task?: string;
}

export interface SummaryHost extends LitElement {
  readonly readonly: boolean;
}

const elements = {
  password: 'logto-password',
  email: 'logto-email',
  phone: 'logto-phone',
  mfa: 'logto-mfa',
  passkey: 'logto-passkeys',
} as const;

const stepNames: Record<SecondStep, SummaryMessageKey> = {
  Totp: 'mfa.totp',
  WebAuthn: 'mfa.passkeys',
  EmailVerificationCode: 'mfa.emailCode',
  PhoneVerificationCode: 'mfa.phoneCode',
};

const stepBadges: Record<SecondStepState, { key: SummaryMessageKey; tone: Badge['tone'] }> = {
  missing: { key: 'mfa.notSetUp', tone: 'neutral' },
  off: { key: 'mfa.off', tone: 'warning' },
  'on-request': { key: 'mfa.onlyIfRequired', tone: 'neutral' },
  on: { key: 'mfa.on', tone: 'success' },
};

/** What protects the account, what is missing, and the one thing to do next. */
export class SecuritySummary {
  constructor(
    private readonly host: SummaryHost,
    private readonly localize: LocalizeController<SummaryMessageKey>,
    private readonly tags: ComposedElements,
    private readonly plan: AccountPlan,
  ) {
    localize.add(english);
    adoptStyles(host.renderRoot, securitySummaryStyles);
  }

  /** What it shows, to be compared with that of another time. */
  valueIn(store: AccountStore): string {
    return JSON.stringify(this.#knownIn(store));
  }

  #knownIn(store: AccountStore): SecurityFacts {
    return securityFacts({
      store,
      showsMfa: this.#has('logto-mfa'),
      canChange: (field) => store.access(field) === 'Edit' && this.#canLeadTo(elements[field]),
    });
  }

  /** Nothing where it would only repeat a row that stands below it. */
  render(store: AccountStore) {
    const known = this.#knownIn(store);
    const facts = this.#factsOf(known);
    if (facts.length < 2) return nothing;
    return html`<div part="summary" role="group" aria-labelledby="summary">
      <h2 part="summary-heading" id="summary">${icon(shieldIcon)}${this.localize.text('summary.heading')}</h2>
      <ul class="facts" role="list">
        ${facts.map(renderFact)}
      </ul>
      ${this.#renderAdvice(adviceOn(known))}
    </div>`;
  }

  /** Whether an element is there, or will be as soon as its section is shown. The page may have put it there itself. */
  #has(tag: ElementName): boolean {
    const isOurs = !this.tags.isReplaced(tag) || this.#at(tag).length > 0;
    return isOurs && this.plan.allElements.includes(tag);
  }

  #canLeadTo(tag: ElementName): boolean {
    const isReadonly = (element: HTMLElement) => 'readonly' in element && element.readonly === true;
    return !this.host.readonly && this.#has(tag) && !this.#at(tag).some(isReadonly);
  }

  #at(tag: ElementName): HTMLElement[] {
    return this.tags.at(tag).filter(({ localName }) => localName === tag);
  }

  #renderAdvice(advice: Advice | undefined) {
    if (!advice) return nothing;
    const { reason, button, element, task } = advice;
    return html`<div class="next">
      <p part="advice">${this.localize.text(reason)}</p>
      <button
        part="next primary"
        type="button"
        @click=${() => this.host.dispatchEvent(new ShowElementEvent(element, task))}
      >
        ${this.localize.text(button)}
      </button>
    </div>`;
  }

  #factsOf({ hasPassword, secondStep, backupCodes, recovery }: SecurityFacts): Fact[] {
    const { localize } = this;
    return [
      hasPassword !== undefined && {
        icon: lockIcon,
        label: localize.text('password.label'),
        badge: this.#setOrNot(hasPassword ? localize.text('password.isSet') : undefined),
      },
      secondStep && {
        icon: authenticatorIcon,
        label: localize.text('mfa.heading'),
        badge: { text: localize.text(stepBadges[secondStep.state].key), tone: stepBadges[secondStep.state].tone },
        value: this.#listOf(secondStep.factors.map((factor) => stepNames[factor])),
      },
      backupCodes && {
        icon: listIcon,
        label: localize.text('mfa.backupCodes'),
        badge:
          backupCodes.left === 0
            ? ({ text: localize.text('mfa.noneLeft'), tone: 'warning' } as const)
            : this.#setOrNot(backupCodes.left && localize.text('mfa.codesLeft', { count: backupCodes.left })),
      },
      recovery && {
        icon: mailIcon,
        label: localize.text('summary.recovery'),
        badge: this.#setOrNot(this.#listOf(recovery.fields.map((field) => `${field}.label` as const))),
      },
    ].filter((fact) => fact !== false && fact !== undefined);
  }

  #setOrNot(state: string | 0 | undefined): Badge {
    return state ? { text: state, tone: 'success' } : { text: this.localize.text('mfa.notSetUp'), tone: 'neutral' };
  }

  #listOf(names: readonly SummaryMessageKey[]): string {
    const { lang } = this.localize;
    return new Intl.ListFormat(lang, { type: 'unit' }).format(names.map((name) => this.localize.text(name)));
  }
}

/** The first that is missing; what a user would miss most comes first. */
function adviceOn({ hasPassword, secondStep, backupCodes, recovery }: SecurityFacts): Advice | undefined {
  if (recovery?.toAdd)
    return {
      reason: 'summary.noRecovery',
      button: recovery.toAdd === 'email' ? 'summary.addEmail' : 'summary.addPhone',
      element: elements[recovery.toAdd],
    };
  if (secondStep?.toSetUp)
    return {
      reason: 'summary.noStep',
      button: 'summary.setUpStep',
      element: elements[secondStep.toSetUp],
      ...(secondStep.toSetUp === 'mfa' && { task: 'totp' }),
    };
  if (secondStep?.state === 'off')
    return { reason: 'mfa.notAsked', button: 'mfa.turnOnLabel', element: 'logto-mfa', task: 'at-sign-in' };
  if (backupCodes && !backupCodes.left)
    return {
      reason: 'mfa.suggestCodes',
      button: 'summary.createCodes',
      element: 'logto-mfa',
      task: 'backup-codes',
    };
  if (hasPassword === false)
    return { reason: 'summary.noPassword', button: 'common.setPassword', element: 'logto-password' };
  return undefined;
}

const renderFact = ({ icon: path, label, badge: state, value }: Fact) => html`
  <li part="fact">
    ${icon(path)}
    <div class="fact">
      <span>${label}</span> ${badge(state)} ${value ? html`<span part="value">${value}</span>` : nothing}
    </div>
  </li>
`;
