import { broken, fine, note, nothingToDo, unknown } from './kind.js';

/** What only the Management API shows. */
export const managementFindings = {
  management_refused: unknown(({ reason }: { reason: string }) => ({
    what: `The Management API was not looked at: ${reason}`,
    seen: 'Nothing: it is about these credentials only.',
    todo:
      'LOGTO_MANAGEMENT_APP_ID and LOGTO_MANAGEMENT_APP_SECRET are those of a machine-to-machine application with the role ' +
      '"Logto Management API access"; LOGTO_MANAGEMENT_API is the API identifier, when the endpoint is a custom domain.',
  })),
  app_not_spa: broken(({ appId, type }: { appId: string; type: string }) => ({
    what: `${appId} is an application of type ${type}.`,
    seen: 'Signing in fails: a page can keep no secret.',
    todo: 'Use an application of type SPA (single page application).',
  })),
  app_first_party: fine(({ appId }: { appId: string }) => ({
    what: `${appId} is a first-party single page application.`,
    seen: 'What is switched on can be changed.',
    todo: nothingToDo,
  })),
  app_access_limited: note(({ appId }: { appId: string }) => ({
    what: `Not everybody may use the application ${appId}: its access control is on.`,
    seen: 'Some people cannot sign in.',
    todo: 'If that is not intended, turn it off in Logto Console, at the application.',
  })),
  redirect_uri_dangerous: broken(({ uris }: { uris: string[] }) => ({
    what: `These are registered as redirect URIs: ${uris.join(', ')}. A page cannot come back to them.`,
    seen: 'With a # in one of them, nobody can sign in at all.',
    todo: 'Remove them from the application.',
  })),
  cors_origin_unusable: note(({ origins }: { origins: string[] }) => ({
    what: `These CORS allowed origins never match: ${origins.join(', ')}.`,
    seen: 'Signing in fails on pages that rely on them.',
    todo: 'Write them without a path and without a slash at the end.',
  })),
  mail_connector: fine(() => ({
    what: 'The tenant can send email, with words for each kind of code.',
    seen: 'Codes by email arrive.',
    todo: nothingToDo,
  })),
  mail_connector_missing: broken(() => ({
    what: 'email can be changed, and the tenant has no email connector.',
    seen: 'An address cannot be added or changed, nor proved: no code is sent.',
    todo: 'Set an email connector up in Logto Console under "Connectors".',
  })),
  no_email_codes: note(() => ({
    what: 'The tenant has no email connector.',
    seen: 'People with an email address and no password cannot prove who they are: what needs a proof is out of their reach.',
    todo: 'If there are such people, for example with a social account only, set one up in Logto Console under "Connectors".',
  })),
  sms_connector: fine(() => ({
    what: 'The tenant can send text messages, with words for each kind of code.',
    seen: 'Codes by text message arrive.',
    todo: nothingToDo,
  })),
  sms_connector_missing: broken(() => ({
    what: 'phone can be changed, and the tenant has no SMS connector.',
    seen: 'A number cannot be added or changed, nor proved: no code is sent.',
    todo: 'Set an SMS connector up in Logto Console under "Connectors".',
  })),
  template_missing: broken(({ kind, usages }: { kind: 'email' | 'SMS'; usages: string[] }) => ({
    what: `The ${kind} connector has no template for ${usages.join(', ')}, nor one of type Generic.`,
    seen: 'No code is sent.',
    todo: 'Add these templates, or one for Generic, to the connector.',
  })),
  storage: fine(() => ({
    what: 'The tenant can store pictures.',
    seen: 'A picture can be chosen and cropped.',
    todo: nothingToDo,
  })),
  storage_missing: note(() => ({
    what: 'avatar can be changed, and the tenant has no storage for pictures.',
    seen: 'A picture can be given as a link only: an upload is refused.',
    todo: 'Set a storage provider up (S3, Azure or Google Cloud Storage) in your Logto.',
  })),
};
