export interface HostedPage {
  endpoint: string;
  /** Below `/account/`, already encoded, e.g. `passkey/add`. */
  task: string;
  /** Where Logto sends the user afterwards. */
  redirect: string;
  /** BCP 47 tag of the user's language. */
  lang: string;
}

/** Logto's own page for one task, for what the browser does not let this page do. */
export function hostedPage({ endpoint, task, redirect, lang }: HostedPage): string {
  const query = new URLSearchParams({ redirect, ui_locales: lang });
  return `${endpoint.replace(/\/+$/, '')}/account/${task}?${query}`;
}
