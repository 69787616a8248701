/** The endpoints of the providers on this page that sign in by themselves, by application, the first one first. */
const endpoints = new Map<string, string[]>();

/** Says that a provider uses an application at an endpoint. Gives the function that takes it back. */
export function useApplication(appId: string, endpoint: string): () => void {
  const all = endpoints.get(appId) ?? [];
  endpoints.set(appId, all);
  all.push(endpoint);
  return () => void all.splice(all.indexOf(endpoint), 1);
}

/** Whether an application is in use on this page at another endpoint: its stored session cannot be of both. */
export function isAnothers(appId: string, endpoint: string): boolean {
  const [first = endpoint] = endpoints.get(appId) ?? [];
  return first !== endpoint;
}
