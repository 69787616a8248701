import { escapeHtml, page } from './html-page.js';

interface Credentials {
  username: string;
  password: string;
}

/** Additional content of the sign-in page. */
export interface SignInPage {
  /** Working credentials, shown on the page. */
  hint?: Credentials;
  /** Why the last attempt failed. */
  error?: string;
  /** The input, or the application's login hint. */
  identifier?: string;
}

/** The stand-in's sign-in page: plain HTML, no script. */
export function signInPage({ hint, error, identifier = '' }: SignInPage): string {
  return page(
    'Sign in',
    `<h1>Sign in</h1>
    <form method="post" action="/sign-in">
      ${error ? `<p role="alert" id="error">${escapeHtml(error)}</p>` : ''}
      <label>Username or email
        <input name="identifier" autocomplete="username" autocapitalize="none" spellcheck="false" required
          value="${escapeHtml(identifier)}" ${identifier ? '' : 'autofocus'}>
      </label>
      <label>Password
        <input name="password" type="password" autocomplete="current-password" required
          ${identifier ? 'autofocus' : ''} ${error ? 'aria-invalid="true" aria-describedby="error"' : ''}>
      </label>
      <button>Sign in</button>
    </form>
    <p class="note">This is a stand-in for a Logto tenant, running on your computer only. ${hint ? hintText(hint) : ''}</p>`,
  );
}

/**
 * The page between an application's sign-out and its end.
 *
 * Logto does not ask "do you want to sign out?" either: it submits the provider's form at once.
 *
 * @param form The form that oidc-provider wants to have submitted.
 */
export function signingOutPage(form: string): string {
  return page(
    'Signing out',
    `${form.replace('</form>', '<input type="hidden" name="logout" value="yes"></form>')}
    <noscript><button form="op.logoutForm">Sign out</button></noscript>
    <script>document.forms[0].submit();</script>`,
  );
}

function hintText({ username, password }: Credentials): string {
  return `Sign in as <strong>${escapeHtml(username)}</strong> with the password <strong>${escapeHtml(password)}</strong>.`;
}
