import type { CredentialMessageKey } from '../../src/localize/localizer.js';
import type { socialLinkMessages } from '../../src/localize/messages/en/social-links.js';
import type { RowsController } from '../../src/rows/rows-controller.js';
import type { SocialConnector } from '../../src/settings/social-connectors.js';

export type SocialMessageKey = keyof typeof socialLinkMessages | CredentialMessageKey;

/** What the actions of the element are made from. */
export interface SocialOptions {
  rows: RowsController<SocialMessageKey>;
  /** Where this page is registered at the provider; `undefined` where linking is done at Logto's own page. */
  callbackUri: (connector: SocialConnector) => string | undefined;
  nameOf: (target: string) => string;
}

/** What is remembered while the user is at the provider or at Logto's page. */
export type PendingLink =
  | { kind: 'hosted'; target: string; before: string | undefined }
  | {
      kind: 'embedded';
      target: string;
      state: string;
      /** Of the social account that is being confirmed. It is nothing without the session of the user. */
      verificationRecordId: string;
      redirectUri: string;
      isReplacement: boolean;
      /** Where the user was. */
      page: string;
      /** Whether the provider has answered. The answer itself is in memory only. */
      isAnswered?: boolean;
    };

export type EmbeddedLink = Extract<PendingLink, { kind: 'embedded' }>;

/** What is in storage may be of another version of the library. */
export function isPendingLink(data: unknown): data is PendingLink {
  const { kind, target, redirectUri, page } = Object(data) as Record<string, unknown>;
  const isAddress = (value: unknown) => typeof value === 'string' && URL.canParse(value);
  const isWhole = kind === 'hosted' || (kind === 'embedded' && isAddress(redirectUri) && isAddress(page));
  return isWhole && typeof target === 'string' && target !== '';
}
