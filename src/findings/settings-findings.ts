import type { FieldAccess } from '../settings/account-settings.js';
import { broken, fine, inConsole, note, nothingToDo } from './kind.js';

/** What the tenant's public settings say. */
export const settingsFindings = {
  account_center_on: fine(({ endpoint }: { endpoint: string }) => ({
    what: `The account center of ${endpoint} is enabled.`,
    seen: 'The elements whose fields are on.',
    todo: nothingToDo,
  })),
  account_center_off: broken(({ endpoint }: { endpoint: string }) => ({
    what: `The account center of ${endpoint} is not enabled.`,
    seen: 'Only that this is not available here.',
    todo: `Enable it ${inConsole}, or with "npx logto-account-elements setup".`,
  })),
  nothing_on: broken(() => ({
    what: 'Every field of the account center is off.',
    seen: 'No elements.',
    todo: `Set what users can see (ReadOnly) or change (Edit) ${inConsole}, or with "npx logto-account-elements setup".`,
  })),
  field_on: fine(({ field, access, elements }: FieldDetails) => ({
    what: `${field} is ${access}.`,
    seen: `It is in ${namesOf(elements)}, ${access === 'Edit' ? 'with buttons to change it' : 'without buttons'}.`,
    todo: nothingToDo,
  })),
  field_off: note(({ field, elements }: FieldDetails) => ({
    what: `${field} is Off.`,
    seen: `Nothing of it in ${namesOf(elements)}; an element that has nothing else is not there.`,
    todo: `If people are to see it, set it to ReadOnly or Edit ${inConsole}.`,
  })),
  no_second_factors: note(() => ({
    what: 'mfa is on, but the tenant offers neither authenticator apps nor backup codes.',
    seen: 'No button in <logto-mfa> to add one of them.',
    todo: 'Turn on factors in Logto Console under "Multi-factor auth", or with --factors of "npx logto-account-elements setup".',
  })),
  passkeys_not_offered: note(() => ({
    what: 'passkey is on, but the tenant uses passkeys neither as a second factor nor for sign-in.',
    seen: '<logto-passkeys> is absent.',
    todo: 'Turn on passkeys in Logto Console under "Multi-factor auth" or "Sign-in & account".',
  })),
  passkeys_in_page: fine(({ origin, rpId }: PasskeyDetails) => ({
    what: `${origin} is at the same host as the passkeys of ${rpId}.`,
    seen: 'Passkeys are added in the page itself.',
    todo: nothingToDo,
  })),
  passkeys_related: fine(({ origin, rpId }: PasskeyDetails) => ({
    what: `${origin} is among the related origins of ${rpId}.`,
    seen: 'Passkeys are added in the page itself in browsers that support that list, and on Logto’s own page in others.',
    todo: nothingToDo,
  })),
  passkeys_hosted: note(({ origin, rpId }: PasskeyDetails) => ({
    what: `Passkeys belong to ${rpId}, and ${origin} is not among its related origins.`,
    seen: '“Add passkey” leads to Logto’s own page, and back.',
    todo:
      `If they are to be added in the page, add "${origin}" to webauthnRelatedOrigins of the account center (PATCH /api/account-center), ` +
      'or run "npx logto-account-elements setup". It has to be https, or localhost.',
  })),
  related_origins_not_served: broken(({ url }: { url: string }) => ({
    what: `${url} does not say what the account center has as related origins.`,
    seen: 'Adding a passkey in the page fails in every browser.',
    todo: 'Check what is in front of Logto: this address has to reach it, at the root of the host, without a redirect.',
  })),
  no_social_providers: note(() => ({
    what: 'social is on, but the tenant has no social connector for the web.',
    seen: '<logto-social-links> has nothing to link.',
    todo: 'Add connectors in Logto Console under "Connectors > Social connectors", and to the sign-in experience.',
  })),
  social_providers: fine(({ providers, callbacks }: { providers: string[]; callbacks: string[] }) => ({
    what: `The tenant has social connectors: ${providers.join(', ')}.`,
    seen: 'Accounts are linked on Logto’s own page, and the user comes back.',
    todo:
      `Each provider needs Logto’s callbacks registered: ${callbacks.join(', ')}. To link in the page itself, set callback-uri on ` +
      '<logto-social-links> and register that address at every provider, too. This does not work with Apple.',
  })),
  delete_account_url: fine(({ url }: { url: string }) => ({
    what: `People leave by ${url}.`,
    seen: '<logto-delete-account> sends users there.',
    todo: nothingToDo,
  })),
  no_delete_account_url: note(() => ({
    what: 'The account center has no deleteAccountUrl.',
    seen: '<logto-delete-account> is absent, unless your page or your Account API layer handles it.',
    todo: 'Set deleteAccountUrl in the account center, account-api on the provider, or the attribute handled on the element.',
  })),
};

export interface FieldDetails {
  field: string;
  access: FieldAccess;
  elements: string[];
}

export interface PasskeyDetails {
  origin: string;
  rpId: string;
}

const namesOf = (elements: string[]) => elements.map((element) => `<${element}>`).join(' and ');
