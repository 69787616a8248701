import { html, nothing } from 'lit';

import type { Account } from '../../src/api/account.js';
import { avatarImage } from '../../src/avatar/avatar-image.js';
import { textOf, tickOf } from './fields/field-text.js';
import type { ProfileAccount, ProfileField } from './fields/profile-field.js';
import { optionLabel, type ProfileLocalize } from './field-label.js';

export const ownAvatar = (localize: ProfileLocalize, account: Account) =>
  avatarImage({
    account,
    lang: localize.lang,
    alt: localize.text('profile.avatar.alt'),
    unset: localize.text('common.notSet'),
  });

/** The value of a row as the user reads it. */
export function fieldValue(localize: ProfileLocalize, field: ProfileField, account: Account) {
  if (field.type === 'Avatar') return ownAvatar(localize, account);
  const text = textFor(localize, field, account);
  return text === undefined
    ? html`<span class="unset">${localize.text('common.notSet')}</span>`
    : html`<bdi dir=${field.type === 'Url' || field.type === 'TimeZone' ? 'ltr' : nothing}>${text}</bdi>`;
}

function textFor(localize: ProfileLocalize, field: ProfileField, account: ProfileAccount): string | undefined {
  if (field.type === 'Checkbox') {
    const tick = tickOf(field, account);
    return tick === undefined ? undefined : localize.text(tick ? 'common.yes' : 'common.no');
  }
  const text = textOf(field, account, localize.lang);
  return text !== undefined && field.type === 'Select' ? optionLabel(localize, field, optionOf(field, text)) : text;
}

/** `textOf` gives the tenant's label already; a bare value may be one that we have a word for. */
const optionOf = ({ options }: ProfileField, text: string) =>
  options?.find(({ value, label = value }) => label === text) ?? { value: text };
