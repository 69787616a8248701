/** What Logto calls itself in its tokens. */
export const issuerAt = (endpoint: string): string => new URL('/oidc', endpoint).href;

/** Whether tokens of this issuer belong to an endpoint. On a developer's own machine its names are one. */
export function isIssuerAt(endpoint: string, issuer: unknown): boolean {
  return typeof issuer === 'string' && URL.canParse(issuer) && nameOf(issuer) === nameOf(issuerAt(endpoint));
}

function nameOf(issuer: string): string {
  const { protocol, hostname, port, pathname } = new URL(issuer);
  const isOwnMachine = /^(localhost|127\.0\.0\.1|\[::1\])$/.test(hostname);
  return `${protocol}//${isOwnMachine ? 'localhost' : hostname}:${port}${pathname}`;
}
