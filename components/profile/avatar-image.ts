import { html } from 'lit';

import type { Account } from '../../src/api/account.js';
import { httpUrl } from '../../src/text/http-url.js';
import { firstLetter } from '../../src/text/first-letter.js';
import { wordsIn } from '../../src/untrusted.js';
import { hideBroken, showLoaded } from '../../src/image-visibility.js';
import type { ProfileLocalize } from './field-label.js';

/**
 * The user's picture in a circle, over the initial of their name, which shows where there is no picture or it does not
 * load. Only http and https addresses are loaded: Logto accepts any URL as an avatar, `data:` included.
 */
export function avatarImage(localize: ProfileLocalize, account: Account) {
  const url = httpUrl(account.avatar);
  return html`
    <span part="avatar">
      <span aria-hidden="true">${initialOf(account, localize.lang)}</span>
      ${
        url
          ? html`<img
              src=${url}
              alt=${localize.text('profile.avatar.alt')}
              referrerpolicy="no-referrer"
              @error=${hideBroken}
              @load=${showLoaded}
            />`
          : html`<span class="visually-hidden">${localize.text('common.notSet')}</span>`
      }
    </span>
  `;
}

const initialOf = ({ name, username }: Account, lang: string) =>
  firstLetter(wordsIn(name) ?? wordsIn(username) ?? '', lang);
