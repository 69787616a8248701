import { once, tags, type TagDeclaration } from './manifest.js';

const markdown = (value: string) => ({ kind: 'markdown', value });

/** For `html.customData` of VS Code. Format: https://github.com/microsoft/vscode-html-languageservice/blob/main/docs/customData.md */
export const htmlCustomData = () => ({
  version: 1.1,
  tags: tags.map((tag) => ({
    name: tag.tagName,
    description: markdown([tag.description, ...eventsOf(tag)].join('\n\n')),
    attributes: (tag.attributes ?? []).map(({ name, description, type }) => ({
      name,
      description: markdown(description),
      ...(type.text === 'boolean' ? { valueSet: 'v' } : valuesOf(type.text)),
    })),
  })),
});

/** For `css.customData` of VS Code. */
export const cssCustomData = () => ({
  version: 1.1,
  properties: described(tags.flatMap(({ cssProperties = [] }) => cssProperties)),
  pseudoElements: described(tags.flatMap(({ cssParts = [] }) => cssParts)).map(named('::part')),
  pseudoClasses: described(tags.flatMap(({ cssStates = [] }) => cssStates)).map(named(':state')),
});

const described = (all: Parameters<typeof once>[0]) =>
  once(all).map(({ name, description }) => ({ name, description: markdown(description) }));

const named =
  (pseudo: string) =>
  <Item extends { name: string }>(item: Item) => ({ ...item, name: `${pseudo}(${item.name})` });

function valuesOf(type: string) {
  const values = [...type.matchAll(/'([^']+)'/g)].map(([, name]) => ({ name }));
  return values.length > 0 && { values };
}

const eventsOf = ({ events = [] }: TagDeclaration) =>
  events.length > 0 ? [events.map(({ name, description }) => `- \`${name}\`: ${description}`).join('\n')] : [];
