import { broken, fine, note, nothingToDo, unknown } from './kind.js';

/** What only the Management API shows. */
export const managementFindings = {
  management_refused: unknown(({ reason }: { reason: string }) => ({
    what: `The Management API was not checked: ${reason}`,
    seen: 'Nothing. This is only about these credentials.',
    todo:
      'LOGTO_MANAGEMENT_APP_ID and LOGTO_MANAGEMENT_APP_SECRET must be those of a machine-to-machine application with the role ' +
      '"Logto Management API access"; LOGTO_MANAGEMENT_API is the API identifier, if the endpoint is a custom domain.',
  })),
  app_not_spa: broken(({ appId, type }: { appId: string; type: string }) => ({
    what: `${appId} is an application of type ${type}.`,
    seen: 'Sign-in fails, because a page cannot keep a secret.',
    todo: 'Use an application of type SPA (single-page application).',
  })),
  app_first_party: fine(({ appId }: { appId: string }) => ({
    what: `${appId} is a first-party single-page application.`,
    seen: 'Users can change what is on.',
    todo: nothingToDo,
  })),
  app_access_limited: note(({ appId }: { appId: string }) => ({
    what: `Not everyone can use the application ${appId}: its access control is on.`,
    seen: 'Some users cannot sign in.',
    todo: 'If that is not intended, turn it off in the application’s settings in Logto Console.',
  })),
  redirect_uri_dangerous: broken(({ uris }: { uris: string[] }) => ({
    what: `These are registered as redirect URIs: ${uris.join(', ')}. They do not work for a page.`,
    seen: 'If one of them contains #, no one can sign in.',
    todo: 'Remove them from the application.',
  })),
  cors_origin_unusable: note(({ origins }: { origins: string[] }) => ({
    what: `These CORS allowed origins never match: ${origins.join(', ')}.`,
    seen: 'Sign-in fails on pages that rely on them.',
    todo: 'Write them without a path or a trailing slash.',
  })),
  mail_connector: fine(() => ({
    what: 'The tenant can send email, with a template for each kind of code.',
    seen: 'Codes by email arrive.',
    todo: nothingToDo,
  })),
  mail_connector_missing: broken(() => ({
    what: 'email can be changed, but the tenant has no email connector.',
    seen: 'Users cannot add, change, or verify an email address, because no code is sent.',
    todo: 'Set up an email connector in Logto Console under "Connectors".',
  })),
  no_email_codes: note(() => ({
    what: 'The tenant has no email connector.',
    seen: 'People with an email address and no password cannot prove who they are: what needs a proof is out of their reach.',
    todo: 'If there are such people, for example with a social account only, set one up in Logto Console under "Connectors".',
  })),
  sms_connector: fine(() => ({
    what: 'The tenant can send text messages, with a template for each kind of code.',
    seen: 'Codes by text message arrive.',
    todo: nothingToDo,
  })),
  sms_connector_missing: broken(() => ({
    what: 'phone can be changed, but the tenant has no SMS connector.',
    seen: 'Users cannot add, change, or verify a phone number, because no code is sent.',
    todo: 'Set up an SMS connector in Logto Console under "Connectors".',
  })),
  template_missing: broken(({ kind, usages }: { kind: 'email' | 'SMS'; usages: string[] }) => ({
    what: `The ${kind} connector has no template for ${usages.join(', ')}, nor one of type Generic.`,
    seen: 'No code is sent.',
    todo: 'Add these templates, or one for Generic, to the connector.',
  })),
  storage: fine(() => ({
    what: 'The tenant can store pictures.',
    seen: 'Users can choose and crop a picture.',
    todo: nothingToDo,
  })),
  storage_missing: note(() => ({
    what: 'avatar can be changed, but the tenant has no storage provider.',
    seen: 'Users can only link to a picture. Uploads are refused.',
    todo: 'Set up a storage provider in Logto (S3, Azure, or Google Cloud Storage).',
  })),
};
