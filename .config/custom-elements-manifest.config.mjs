import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Only what is documented with `@event` is public; from an `Event` subclass the analyzer guesses wrong names. */
const documentedEventsOnly = {
  name: 'documented-events-only',
  packageLinkPhase({ customElementsManifest }) {
    for (const element of elementsIn(customElementsManifest))
      if (element.events) element.events = element.events.filter(({ description }) => description);
  },
};

/** `TaskMode` tells an editor nothing: a choice between words is written out. */
const choicesWrittenOut = {
  name: 'choices-written-out',
  packageLinkPhase({ customElementsManifest }) {
    const choices = choicesIn(['src', 'components']);
    for (const { attributes = [], members = [] } of elementsIn(customElementsManifest))
      for (const { type } of [...attributes, ...members]) if (type) type.text = choices.get(type.text) ?? type.text;
  },
};

/** Private members are nobody's business, and Storybook would list them. */
const publicMembersOnly = {
  name: 'public-members-only',
  packageLinkPhase({ customElementsManifest }) {
    for (const element of elementsIn(customElementsManifest)) {
      element.members = element.members?.filter(
        ({ name, privacy, inheritedFrom }) =>
          (privacy ?? 'public') === 'public' && !name.startsWith('#') && !inheritedFrom,
      );
    }
  },
};

/** What elements get from a shared controller is documented there: in its doc comment, with the tags of an element's own. */
const sharedDocs = {
  name: 'shared-docs',
  packageLinkPhase({ customElementsManifest }) {
    for (const { path, declarations = [] } of customElementsManifest.modules)
      for (const element of declarations.filter(({ customElement }) => customElement))
        for (const { in: source, of } of sourcesOfDocs)
          if (of.test(codeBeside(path))) addMissing(element, docsIn(source));
  },
};

/** Where shared docs are, and the code of the elements that they are about. */
const sourcesOfDocs = [
  { in: 'src/controllers/account-controller.ts', of: /new AccountController\(/ },
  { in: 'src/rows/rows-controller.ts', of: /new RowsController\(/ },
  { in: 'src/rows/question.ts', of: /Question\(|identifierRow\(|\bremove: async/ },
];

const codeBeside = (path) =>
  readdirSync(dirname(path))
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(join(dirname(path), file), 'utf8'))
    .join('\n');

const kinds = { event: 'events', slot: 'slots', csspart: 'cssParts', cssstate: 'cssStates' };

const docsIn = (path) =>
  [
    ...readFileSync(path, 'utf8').matchAll(
      /^ \* @(?<kind>event|slot|csspart|cssstate) (?:\{(?<type>\w+)\} )?(?<name>[\w-]+) - (?<description>.+)$/gm,
    ),
  ].map(({ groups: { kind, type, name, description } }) => ({
    kind: kinds[kind],
    doc: { ...(type && { type: { text: type } }), description, name },
  }));

function addMissing(element, docs) {
  for (const { kind, doc } of docs)
    if (!(element[kind] ?? []).some(({ name }) => name === doc.name)) (element[kind] ??= []).push(doc);
}

/** Design tokens are documented once, with the shared styles that read them, and belong to every element. */
const sharedTokens = {
  name: 'shared-tokens',
  packageLinkPhase({ customElementsManifest }) {
    const tokens = tokensIn('src/styles/base.styles.ts');
    for (const element of elementsIn(customElementsManifest))
      element.cssProperties = [...(element.cssProperties ?? []), ...tokens];
  },
};

/** The analyzer takes files in the order in which the disk gives them, which is not the same everywhere. */
const sortedModules = {
  name: 'sorted-modules',
  packageLinkPhase({ customElementsManifest }) {
    customElementsManifest.modules.sort((a, b) => (a.path < b.path ? -1 : 1));
  },
};

const tokensIn = (path) =>
  [...readFileSync(path, 'utf8').matchAll(/@cssproperty (?<name>--[\w-]+) - (?<description>.+)/g)].map(
    ({ groups }) => ({
      ...groups,
    }),
  );

/** What aliases of unions of words stand for. */
function choicesIn(folders) {
  const sources = folders
    .flatMap((folder) => readdirSync(folder, { recursive: true }).map((path) => join(folder, path)))
    .filter((path) => path.endsWith('.ts'))
    .map((path) => readFileSync(path, 'utf8'));
  const aliases = sources.flatMap((source) => [
    ...source.matchAll(/^export type (?<name>\w+) =(?<words>(?:\s*\|?\s*'[^']+')+);/gm),
  ]);
  return new Map(aliases.map(({ groups }) => [groups.name, [...groups.words.matchAll(/'[^']+'/g)].flat().join(' | ')]));
}

const elementsIn = (manifest) =>
  manifest.modules.flatMap(({ declarations }) => declarations ?? []).filter(({ customElement }) => customElement);

export default {
  globs: ['components/*/*-element.ts', 'components/*/logto-*.ts', 'components/*/*-event.ts', 'src/events.ts'],
  outdir: '.',
  litelement: true,
  packagejson: false, // where it is in the package is another place
  plugins: [sharedDocs, documentedEventsOnly, publicMembersOnly, choicesWrittenOut, sharedTokens, sortedModules],
};
