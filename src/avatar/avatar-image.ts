import { html, nothing } from 'lit';

import type { Account } from '../api/account.js';
import { hideBroken, showLoaded } from '../image-visibility.js';
import { firstLetter } from '../text/first-letter.js';
import { httpUrl } from '../text/http-url.js';
import { nonBlank } from '../untrusted.js';

interface AvatarImage {
  account: Pick<Account, 'avatar' | 'name' | 'username'>;
  /** BCP 47 tag of the user's language. */
  lang: string;
  /** What the picture is called; nothing where the name stands beside it. */
  alt?: string;
  /** What those who do not see it hear where there is no picture. */
  unset?: string;
}

/**
 * The user's picture in a circle, over the initial of their name, which shows where there is no picture or it does not
 * load. Only http and https addresses are loaded: Logto accepts any URL as an avatar, `data:` included.
 */
export function avatarImage({ account, lang, alt = '', unset }: AvatarImage) {
  const url = httpUrl(account.avatar);
  return html`
    <span part="avatar">
      <span aria-hidden="true">${initialOf(account, lang)}</span>
      ${
        url
          ? html`<img src=${url} alt=${alt} referrerpolicy="no-referrer" @error=${hideBroken} @load=${showLoaded} />`
          : nothing
      }
      ${!url && unset ? html`<span class="visually-hidden">${unset}</span>` : nothing}
    </span>
  `;
}

const initialOf = ({ name, username }: AvatarImage['account'], lang: string) =>
  firstLetter(nonBlank(name) ?? nonBlank(username) ?? '', lang);
