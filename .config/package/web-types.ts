import { once, propertiesWithoutAttribute, tags, type Named } from './manifest.js';

/** For JetBrains' editors. Format: https://github.com/JetBrains/web-types */
export const webTypes = ({ name, version }: { name: string; version: string }) => ({
  $schema: 'https://raw.githubusercontent.com/JetBrains/web-types/master/schema/web-types.json',
  name,
  version,
  'description-markup': 'markdown',
  contributions: {
    html: { elements: tags.map(elementOf) },
    css: {
      properties: once(tags.flatMap(({ cssProperties = [] }) => cssProperties)),
      'pseudo-elements': once(tags.flatMap(({ cssParts = [] }) => cssParts)).map(named('part')),
      'pseudo-classes': once(tags.flatMap(({ cssStates = [] }) => cssStates)).map(named('state')),
    },
  },
});

const elementOf = (tag: (typeof tags)[number]) => ({
  name: tag.tagName,
  description: tag.description,
  attributes: (tag.attributes ?? []).map(({ name, description, type, default: value }) => ({
    name,
    description,
    value: { type: type.text },
    ...(value && value !== "''" && { default: value.replaceAll("'", '') }),
  })),
  slots: (tag.slots ?? []).map(withoutMore),
  js: {
    properties: propertiesWithoutAttribute(tag).map((field) => ({ ...withoutMore(field), type: field.type?.text })),
    events: (tag.events ?? []).map((event) => ({ ...withoutMore(event), type: event.type.text })),
  },
});

const withoutMore = ({ name, description }: Named) => ({ name, description });

const named =
  (pseudo: string) =>
  ({ name, description }: Named) => ({ name: `${pseudo}(${name})`, description });
