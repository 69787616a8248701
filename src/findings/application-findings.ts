import { broken, fine, nothingToDo, unknown } from './kind.js';

/** The application in whose name the page signs in. */
export const applicationFindings = {
  redirect_uri_registered: fine(({ appId, redirectUri }: AppAddress) => ({
    what: `The application ${appId} is known, and ${redirectUri} is registered as redirect URI.`,
    seen: 'Signing in comes back to the page.',
    todo: nothingToDo,
  })),
  app_unknown: broken(({ appId }: { appId: string }) => ({
    what: `This tenant has no application with the id ${appId}.`,
    seen: 'An error of Logto in place of the sign-in page.',
    todo: 'Copy the App ID of a single page application from Logto Console, and see that it is of the same tenant.',
  })),
  redirect_uri_not_registered: broken(({ appId, redirectUri }: AppAddress) => ({
    what: `${redirectUri} is not registered as redirect URI of the application ${appId}.`,
    seen: 'An error of Logto in place of the sign-in page.',
    todo:
      `Add exactly ${redirectUri} to the redirect URIs of the application: a slash, a port or a query more or less is another ` +
      'address. If it is there, see that the application is a single page application, and not one of another kind.',
  })),
  redirect_uris_unusable: broken(({ appId, reason }: { appId: string; reason: string }) => ({
    what: `Logto refuses every sign-in with the application ${appId}: ${reason}.`,
    seen: 'An error of Logto in place of the sign-in page, whatever the address.',
    todo: 'Remove every redirect URI with a # from the application.',
  })),
  sign_out_uri_registered: fine(({ redirectUri }: AppAddress) => ({
    what: `${redirectUri} is registered as post sign-out redirect URI.`,
    seen: 'Signing out comes back to the page.',
    todo: nothingToDo,
  })),
  sign_out_uri_not_registered: broken(({ appId, redirectUri }: AppAddress) => ({
    what: `${redirectUri} is not registered as post sign-out redirect URI of the application ${appId}.`,
    seen: 'Signing out ends at an error of Logto.',
    todo: `Add exactly ${redirectUri} to the post sign-out redirect URIs of the application.`,
  })),
  third_party_app: broken(({ appId }: { appId: string }) => ({
    what: `${appId} is a third-party application.`,
    seen: 'What is shown cannot be changed, and much is not shown.',
    todo: 'Use a first-party single page application. The kind of an application cannot be changed: create another one.',
  })),
  app_not_looked_at: unknown(({ appId, reason }: { appId: string; reason: string }) => ({
    what: `Whether the application ${appId} can sign in is not known: Logto answered in another way than expected (${reason}).`,
    seen: 'Perhaps nothing.',
    todo: 'Try to sign in at the page, and see what stands before Logto: a firewall, a login, a rate limit.',
  })),
};

export interface AppAddress {
  appId: string;
  redirectUri: string;
}
