import { passkeyTask, socialTask } from '../../src/redirect/tasks.js';
import type { AccountSettings } from '../../src/settings/account-settings.js';
import * as needs from '../../src/settings/tag-needs.js';
import type { TagName } from '../tag-loaders.js';

export interface SectionTag {
  tag: TagName;
  needs: needs.TagNeeds;
  /** What users come back for from another page: then it is its section that they want to see. */
  task?: string;
  /** What tells whether it is there where no toggle does. */
  isOffered?: (settings: AccountSettings | undefined) => boolean;
}

/** Above the sections, also for who is not signed in. */
export const signInTag: readonly TagName[] = ['logto-sign-in'];

/** What is in each section, in order. */
export const accountSections = {
  profile: [
    { tag: 'logto-profile', needs: needs.profileNeeds },
    { tag: 'logto-username', needs: needs.usernameNeeds },
    { tag: 'logto-email', needs: needs.emailNeeds },
    { tag: 'logto-phone', needs: needs.phoneNeeds },
  ],
  security: [
    { tag: 'logto-password', needs: needs.passwordNeeds },
    { tag: 'logto-mfa', needs: needs.mfaNeeds },
    { tag: 'logto-passkeys', needs: needs.passkeysNeeds, task: passkeyTask },
    { tag: 'logto-social-links', needs: needs.socialLinksNeeds, task: socialTask },
    {
      tag: 'logto-delete-account',
      needs: needs.deleteAccountNeeds,
      isOffered: (settings) => typeof settings?.deleteAccountUrl === 'string',
    },
  ],
  sessions: [
    { tag: 'logto-sessions', needs: needs.sessionsNeeds },
    { tag: 'logto-connected-apps', needs: needs.connectedAppsNeeds },
    { tag: 'logto-trusted-devices', needs: needs.trustedDevicesNeeds },
  ],
} satisfies Record<string, readonly SectionTag[]>;

export type BuiltInSection = keyof typeof accountSections;

export const isBuiltIn = (name: string): name is BuiltInSection => Object.hasOwn(accountSections, name);

export const tagsIn = (section: string): readonly SectionTag[] => (isBuiltIn(section) ? accountSections[section] : []);

/** Whether a slot is the place of a tag or of the heading, and so names no section of the page's own. */
export const isReserved = (slot: string): boolean => slot === '' || slot === 'heading' || slot.startsWith('logto-');

/** Whether a tag is a single row without a heading, which belongs to what is above it. */
export const isRow = (tag: TagName): boolean =>
  ['logto-username', 'logto-email', 'logto-phone', 'logto-password'].includes(tag);
