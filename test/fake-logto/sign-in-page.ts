interface Credentials {
  username: string;
  password: string;
}

/** What the sign-in page shows besides the form. */
export interface SignInPage {
  /** Credentials that work, told to whoever reads the page. */
  hint?: Credentials;
  /** Why the last attempt failed. */
  error?: string;
  /** What was typed, or what the application asked to have filled in. */
  identifier?: string;
}

const styles = `
  :root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
  body { display: grid; place-items: center; min-height: 100vh; margin: 0; background: light-dark(#f4f3f8, #16151d); }
  main { box-sizing: border-box; width: min(26rem, 100%); padding: 2rem; border-radius: 1rem; background: light-dark(#fff, #211f2b); }
  h1 { margin: 0; font-size: 1.5rem; }
  form, label { display: grid; gap: 0.25rem; }
  form { gap: 1rem; margin-block-start: 1.5rem; }
  input, button { padding: 0.625rem 0.75rem; border-radius: 0.5rem; font: inherit; }
  input { border: 1px solid light-dark(#77738a, #9590a8); background: transparent; color: inherit; }
  button { border: 0; background: #5d34f2; color: #fff; cursor: pointer; }
  :focus-visible { outline: 3px solid light-dark(#5d34f2, #af9eff); outline-offset: 2px; }
  [role='alert'] { margin: 0; color: light-dark(#b3261e, #ffb4ab); }
  .note { margin: 1.5rem 0 0; color: light-dark(#55516a, #b9b4cc); }
  .note strong { white-space: nowrap; }
`;

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

/** A page that says one thing, for example that an authorization request was wrong. */
export function messagePage(message: string): string {
  return page('Stand-in tenant', `<h1>Stand-in tenant</h1><p>${escapeHtml(message)}</p>`);
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

function page(title: string, content: string): string {
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width">
    <title>${title}</title>
    <link rel="icon" href="data:,">
    <style>${styles}</style>
  </head>
  <body>
    <main>${content}</main>
  </body>
</html>
`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
