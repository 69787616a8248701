import { requirementsByElement, sectionElements } from '../../src/settings/requirements-by-element.js';

/**
 * The scopes that the elements in a part of the page need which are not loaded yet, also in open shadow roots. Those that
 * are loaded have asked their provider for theirs.
 */
export function scopesOfMarkup(root: Element | ShadowRoot): string[] {
  return [...root.children].flatMap((element) => {
    if (element.localName === 'logto-account-provider') return []; // its sign-in is another one
    const inside = [element, element.shadowRoot].flatMap((part) => (part ? scopesOfMarkup(part) : []));
    return [...scopesOf(element), ...inside];
  });
}

function scopesOf(element: Element): readonly string[] {
  if (element.matches(':defined')) return [];
  if (element.localName === 'logto-account') return sectionsOf(element).flatMap(scopesOfSection);
  return scopesOfElement(element.localName);
}

/** As `<logto-account>` reads its attribute. */
const sectionsOf = (account: Element): string[] =>
  (account.getAttribute('sections') ?? '').match(/\S+/g) ?? Object.keys(sectionElements);

const scopesOfSection = (name: string): readonly string[] =>
  isKeyOf(sectionElements, name) ? sectionElements[name].flatMap(scopesOfElement) : [];

const scopesOfElement = (name: string): readonly string[] =>
  isKeyOf(requirementsByElement, name) ? requirementsByElement[name].scopes : [];

const isKeyOf = <Of extends object>(object: Of, key: PropertyKey): key is keyof Of => Object.hasOwn(object, key);
