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
  const query = new URLSearchParams({ redirect: withoutSecrets(redirect), ui_locales: lang });
  return `${endpoint.replace(/\/+$/, '')}/account/${task}?${query}`;
}

/** Parameters by which others hand over codes and tokens. What Logto is told in an address is in its logs. */
const secret = /^(code|state|key|sig)$|token|secret|passw|otp|signature|session|credential|api_?key|assertion|ticket/i;

function withoutSecrets(address: string): string {
  const url = new URL(address);
  if (hasSecret(url.searchParams)) url.search = withoutThem(url.searchParams);
  // Fragments look like a query (`#access_token=…`), or like an address with one (`#/account?token=…`).
  const [, route = '', query = ''] = /^#?(.*?\?)?(.*)$/s.exec(url.hash) ?? [];
  const parameters = new URLSearchParams(query);
  if (query.includes('=') && hasSecret(parameters)) url.hash = (route + withoutThem(parameters)).replace(/\?$/, '');
  return url.href === new URL(address).href ? address : url.href;
}

const hasSecret = (parameters: URLSearchParams) => [...parameters.keys()].some((name) => secret.test(name));

const withoutThem = (parameters: URLSearchParams) =>
  new URLSearchParams([...parameters].filter(([name]) => !secret.test(name))).toString();
