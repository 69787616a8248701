import '../../../components/index.js';

declare global {
  /** The page's back end, which the test plays. */
  function askBackEnd(options: { renew: boolean }): Promise<string | null>;
}

document.querySelector('logto-account-provider')!.getAccessToken = (options) => askBackEnd(options);
