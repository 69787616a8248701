import { propertiesWithoutAttribute, tags, type Named, type TagDeclaration } from './manifest.js';

/** The types of all tags, from which those for each framework are made. Types of values are those of the classes. */
export function tagTypes(): string {
  return [
    '// Made from custom-elements.json.',
    `import type {\n${imports()}\n} from '../components/elements.js';`,
    ...tags.flatMap(interfacesOf),
    interfaceOf({ name: 'LogtoTags', description: 'Every tag by name.' }, tags.flatMap(entryOf)),
    '',
  ].join('\n\n');
}

function imports(): string {
  const events = tags.flatMap(({ events = [] }) => events.map(({ type }) => type.text));
  const names = [...new Set([...tags.map(({ name }) => name), ...events])].sort();
  return names.map((name) => `  ${name},`).join('\n');
}

/** Events bubble, so these fire what the tags inside them fire, too. */
const containers = ['logto-account', 'logto-account-provider'];

function eventsOf({ tagName, events = [] }: TagDeclaration) {
  const inside = tags.filter((tag) => containers.includes(tagName) && !containers.includes(tag.tagName));
  const all = [...events, ...inside.flatMap((tag) => tag.events ?? [])];
  return [...new Map(all.toReversed().map((event) => [event.name, event])).values()].toReversed();
}

function interfacesOf(tag: TagDeclaration): string[] {
  const { name, tagName, attributes = [] } = tag;
  const optional = (key: string, field: string) => `'${key}'?: ${name}['${field}'] | undefined;`;
  return [
    interfaceOf(
      { name: `${name}Attributes`, description: `What can be written on \`<${tagName}>\`.` },
      attributes.flatMap((attribute) => [comment(attribute), optional(attribute.name, attribute.fieldName)]),
    ),
    interfaceOf(
      { name: `${name}Properties`, description: `What can only be set on \`<${tagName}>\`, as a property.` },
      propertiesWithoutAttribute(tag).flatMap((field) => [comment(field), optional(field.name, field.name)]),
    ),
    interfaceOf(
      { name: `${name}Events`, description: `What \`<${tagName}>\` fires.` },
      eventsOf(tag).flatMap((event) => [comment(event), `'${event.name}': ${event.type.text};`]),
    ),
  ];
}

const entryOf = ({ name, tagName, description }: TagDeclaration) => [
  comment({ description }),
  `'${tagName}': { element: ${name}; attributes: ${name}Attributes; properties: ${name}Properties; events: ${name}Events };`,
];

const interfaceOf = ({ name, description }: Named, lines: string[]) =>
  [comment({ description }), `export interface ${name} {`, ...lines.map(indented), '}'].join('\n');

const comment = ({ description }: { description: string }) =>
  description.includes('\n')
    ? `/**\n${description.replace(/^/gm, ' * ').replace(/ +$/gm, '')}\n */`
    : `/** ${description} */`;

const indented = (text: string) => text.replace(/^(?=.)/gm, '  ');
