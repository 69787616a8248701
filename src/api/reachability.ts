/**
 * Whether a server answers this page at all. What a proxy refuses in its place often lacks the headers with which a page may
 * read it, and looks like no connection; the public document that every OIDC client reads tells the two apart.
 */
export async function isReachable(endpoint: string): Promise<boolean> {
  try {
    const signal = AbortSignal.timeout(5000);
    const url = `${endpoint}/oidc/.well-known/openid-configuration`;
    await fetch(url, { signal, cache: 'no-store', credentials: 'omit' });
    return true;
  } catch {
    return false;
  }
}
