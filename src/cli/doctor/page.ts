/** A page with elements, and the tenant it is for. */
export interface Page {
  /** The Logto endpoint, without a slash at the end. */
  endpoint: string;
  appId: string;
  /** Of the page, e.g. `https://app.example.com`. */
  origin: string;
  /** Where Logto sends people back to. */
  redirectUri: string;
}
