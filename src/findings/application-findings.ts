import { broken, fine, nothingToDo, unknown } from './kind.js';

/** The application in whose name the page signs in. */
export const applicationFindings = {
  redirect_uri_registered: fine(({ appId, redirectUri }: AppAddress) => ({
    what: `The application ${appId} is known, and ${redirectUri} is registered as redirect URI.`,
    seen: 'Sign-in returns to the page.',
    todo: nothingToDo,
  })),
  app_unknown: broken(({ appId }: { appId: string }) => ({
    what: `This tenant has no application with the id ${appId}.`,
    seen: 'A Logto error instead of the sign-in page.',
    todo: 'Copy the App ID of a single-page application from Logto Console, and check that it is in the same tenant.',
  })),
  redirect_uri_not_registered: broken(({ appId, redirectUri }: AppAddress) => ({
    what: `${redirectUri} is not registered as redirect URI of the application ${appId}.`,
    seen: 'A Logto error instead of the sign-in page.',
    todo:
      `Add exactly ${redirectUri} to the redirect URIs of the application: it has to match exactly, ` +
      'including slashes, port, and query. If it is there, check that the application is a single-page application.',
  })),
  redirect_uris_unusable: broken(({ appId, reason }: { appId: string; reason: string }) => ({
    what: `Logto refuses every sign-in with the application ${appId}: ${reason}.`,
    seen: 'A Logto error instead of the sign-in page, for every redirect URI.',
    todo: 'Remove every redirect URI with a # from the application.',
  })),
  sign_out_uri_registered: fine(({ redirectUri }: AppAddress) => ({
    what: `${redirectUri} is registered as post sign-out redirect URI.`,
    seen: 'Sign-out returns to the page.',
    todo: nothingToDo,
  })),
  sign_out_uri_not_registered: broken(({ appId, redirectUri }: AppAddress) => ({
    what: `${redirectUri} is not registered as post sign-out redirect URI of the application ${appId}.`,
    seen: 'Sign-out ends with a Logto error.',
    todo: `Add exactly ${redirectUri} to the post sign-out redirect URIs of the application.`,
  })),
  third_party_app: broken(({ appId }: { appId: string }) => ({
    what: `${appId} is a third-party application.`,
    seen: 'Users cannot change anything, and much is not shown.',
    todo: 'Use a first-party single-page application. The type of an application cannot be changed, so create another one.',
  })),
  app_not_looked_at: unknown(({ appId, reason }: { appId: string; reason: string }) => ({
    what: `Whether the application ${appId} can sign in is not known: Logto’s response was unexpected (${reason}).`,
    seen: 'Perhaps nothing.',
    todo: 'Try to sign in on the page, and check what is in front of Logto: a firewall, a login page, a rate limit.',
  })),
};

export interface AppAddress {
  appId: string;
  redirectUri: string;
}
