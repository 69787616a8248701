import { codeTask, passkeyTask, signInTask, socialTask } from '../../src/redirect/tasks.js';
import { hasLayer, type ElementRequirements } from '../../src/settings/element-requirements.js';
import { requirementsByElement, sectionElements } from '../../src/settings/requirements-by-element.js';
import type { ElementName } from '../element-loaders.js';

export interface SectionElement {
  tag: ElementName;
  needs: ElementRequirements;
  /** What users come back for from another page: then it is its section that they want to see. */
  task?: string;
  /** Whether it has something to tell whoever comes back instead. */
  tellsAnyone?: boolean;
}

/** Above the sections, also for who is not signed in. */
export const signInElement: readonly ElementName[] = ['logto-sign-in'];

/** Users come back to it who can prove only with a sign-in who they are. */
const afterSignIn = (tag: ElementName) => ({ task: signInTask(tag), tellsAnyone: true });

/** In an account page there are these only with a layer, so the page asks for no scopes for them. */
const ofLayer = (tag: ElementName) => ({
  ...afterSignIn(tag),
  needs: { fields: [], scopes: [], isOffered: hasLayer },
});

const special: Partial<Record<ElementName, Partial<SectionElement>>> = {
  'logto-email': { task: codeTask('email') },
  'logto-phone': { task: codeTask('phone') },
  'logto-passkeys': { task: passkeyTask },
  'logto-social-links': { task: socialTask },
  'logto-organizations': ofLayer('logto-organizations'),
  'logto-access-tokens': afterSignIn('logto-access-tokens'),
  'logto-sign-in-history': afterSignIn('logto-sign-in-history'),
  'logto-data-export': ofLayer('logto-data-export'),
  'logto-delete-account': afterSignIn('logto-delete-account'),
};

const sectionOf = (tags: readonly ElementName[]): readonly SectionElement[] =>
  tags.map((tag) => ({ tag, needs: requirementsByElement[tag], ...special[tag] }));

/** What is in each section, in order. */
export const accountSections = {
  profile: sectionOf(sectionElements.profile),
  security: sectionOf(sectionElements.security),
  devices: sectionOf(sectionElements.devices),
} satisfies Record<keyof typeof sectionElements, readonly SectionElement[]>;

export type BuiltInSection = keyof typeof accountSections;

export const isBuiltIn = (name: string): name is BuiltInSection => Object.hasOwn(accountSections, name);

export const elementsIn = (section: string): readonly SectionElement[] =>
  isBuiltIn(section) ? accountSections[section] : [];

/** Whether a slot is the place of an element or of the heading, and so names no section of the page's own. */
export const isReserved = (slot: string): boolean => slot === '' || slot === 'heading' || slot.startsWith('logto-');

/** Whether an element is a way to sign in: a single row without a heading. */
export const isRow = (tag: string): boolean =>
  ['logto-username', 'logto-email', 'logto-phone', 'logto-password'].includes(tag);
