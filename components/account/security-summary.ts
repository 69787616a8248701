import { html, nothing, type LitElement } from 'lit';

import { ShowElementEvent } from '../../src/controllers/lead-to-form.js';
import type { LocalizeController } from '../../src/controllers/localize-controller.js';
import type { SecondStepMessageKey } from '../../src/localize/localizer.js';
import { credentialMessages } from '../../src/localize/messages/en/credentials.js';
import { emailMessages } from '../../src/localize/messages/en/email.js';
import { mfaMessages } from '../../src/localize/messages/en/mfa.js';
import { passwordMessages } from '../../src/localize/messages/en/password.js';
import { phoneMessages } from '../../src/localize/messages/en/phone.js';
import { secondStepMessages } from '../../src/localize/messages/en/second-step.js';
import { securitySummaryMessages } from '../../src/localize/messages/en/security-summary.js';
import { badge, type Badge } from '../../src/look/badge.js';
import { icon } from '../../src/look/icon.js';
import { authenticatorIcon, listIcon, lockIcon, mailIcon, shieldIcon } from '../../src/look/icons.js';
import type { AccountField } from '../../src/settings/account-settings.js';
import type { AccountStore } from '../../src/state/account-store.js';
import { adoptStyles } from '../../src/styles/adopt-styles.js';
import type { ElementName } from '../element-loaders.js';
import { securityFacts, type SecondStep, type SecondStepState, type SecurityFacts } from './security-facts.js';
import { securitySummaryStyles } from './security-summary.styles.js';

const english = {
  ...credentialMessages,
  ...emailMessages,
  ...mfaMessages,
  ...passwordMessages,
  ...phoneMessages,
  ...secondStepMessages,
  ...securitySummaryMessages,
};

export type SummaryMessageKey = SecondStepMessageKey | keyof typeof english;

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
  button: string;
  element: ElementName;
  /** The part of that button, where it is not the first that edits. */
  opener?: string;
}

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
    private readonly host: LitElement,
    private readonly localize: LocalizeController<SummaryMessageKey>,
  ) {
    localize.add(english);
    adoptStyles(host.renderRoot, securitySummaryStyles);
  }

  /** Nothing where it would only repeat a row that stands below it. */
  render(store: AccountStore, canLeadTo: (tag: ElementName) => boolean) {
    const known = securityFacts(store);
    const facts = this.#factsOf(known);
    if (facts.length < 2) return nothing;
    const canChange = (field: AccountField, tag: ElementName) => store.access(field) === 'Edit' && canLeadTo(tag);
    return html`<div part="summary" role="group" aria-labelledby="summary">
      <h2 part="heading" id="summary">${icon(shieldIcon)}${this.localize.text('summary.heading')}</h2>
      <ul class="facts" role="list">
        ${facts.map(renderFact)}
      </ul>
      ${this.#renderAdvice(this.#adviceOn(known, store, canChange))}
    </div>`;
  }

  #renderAdvice(advice: Advice | undefined) {
    if (!advice) return nothing;
    const { reason, button, element, opener } = advice;
    return html`<div class="next">
      <p part="advice">${this.localize.text(reason)}</p>
      <button part="next" type="button" @click=${() => this.host.dispatchEvent(new ShowElementEvent(element, opener))}>
        ${button}
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
        badge: this.#setOrNot(this.#listOf(recovery.map((field) => `${field}.label` as const))),
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

  /** The first that is missing and can be done here; what a user would miss most comes first. */
  #adviceOn(
    { hasPassword, secondStep, backupCodes, recovery }: SecurityFacts,
    store: AccountStore,
    canChange: (field: AccountField, tag: ElementName) => boolean,
  ): Advice | undefined {
    const { localize } = this;
    const canChangeMfa = canChange('mfa', 'logto-mfa');
    if (recovery?.length === 0) {
      const field = (['email', 'phone'] as const).find((each) => canChange(each, `logto-${each}`));
      const name = field && localize.text(`${field}.label`);
      if (field)
        return {
          reason: 'summary.noRecovery',
          button: localize.text('credential.addField', { field: name! }),
          element: `logto-${field}`,
        };
    }
    if (secondStep?.state === 'missing' && canChangeMfa && store.offers('Totp') !== false)
      return { reason: 'mfa.nothingSetUp', button: localize.text('summary.setUpStep'), element: 'logto-mfa' };
    if (secondStep?.state === 'off' && canChangeMfa)
      return {
        reason: 'mfa.notAsked',
        button: localize.text('mfa.turnOnLabel'),
        element: 'logto-mfa',
        opener: 'toggle',
      };
    if (backupCodes && !backupCodes.left && backupCodes.isOffered && canChangeMfa)
      return {
        reason: 'mfa.suggestCodes',
        button: localize.text('mfa.createField', { field: localize.text('mfa.backupCodes') }),
        element: 'logto-mfa',
        opener: 'create-codes',
      };
    if (hasPassword === false && canChange('password', 'logto-password'))
      return {
        reason: 'summary.noPassword',
        button: localize.text('common.setPassword'),
        element: 'logto-password',
      };
    return undefined;
  }
}

const renderFact = ({ icon: path, label, badge: state, value }: Fact) => html`
  <li part="fact">
    ${icon(path)}
    <div class="fact">
      <span>${label}</span> ${badge(state)} ${value ? html`<span part="value">${value}</span>` : nothing}
    </div>
  </li>
`;
