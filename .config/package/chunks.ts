import type { Plugin, Rolldown } from 'vite';

interface Chunks {
  /** Looks at what is bundled. */
  plugin: Plugin;
  codeSplitting: Exclude<Rolldown.OutputOptions['codeSplitting'], boolean | undefined>;
}

type ModuleGraph = Pick<Rolldown.PluginContext, 'getModuleIds' | 'getModuleInfo'>;

/** So many elements have to use a module for it to come with the script itself. */
const coreShareCount = 11;

/** What only lists of rows are made of: the first section of an account page does without. */
const isForLists =
  /[\\/]src[\\/](second-factors|device|controllers[\\/]copy|rows[\\/](guarded-list|question)|state[\\/](account-resource\.ts|one-by-one)|localize[\\/](calendar|messages[\\/]en[\\/]device))/;

/** What only a page with an Account API layer of its own needs. */
const isForLayer = /[\\/]src[\\/](api|state)[\\/]account-layer\./;

/** What is loaded when a form opens that stands in the page itself. */
const isForForms =
  /[\\/]src[\\/](forms[\\/](?!unique-id)|rows[\\/]form-panel|text[\\/]clean-text|localize[\\/]messages[\\/]en[\\/](credential-forms|phone-form))/;

/** What only the ways to sign in share, which the first section of an account page does without. */
const isForWays =
  /[\\/]src[\\/](identifiers[\\/]|identifier-rows[\\/]identifier-row|rows[\\/]credential-row|redirect[\\/]hosted-page|api[\\/](primary-identifiers|verifications)|forms[\\/]unique-id|localize[\\/]messages[\\/]en[\\/](phone|email|credentials)\.)/;

/** What two or three elements of what is shown first share, in one request. */
const isForFirst =
  /[\\/]src[\\/](untrusted|image-visibility|avatar[\\/]|text[\\/](first-letter|http-url)|redirect[\\/]|controllers[\\/]session-actions|phone[\\/]plain-phone|settings[\\/]requirements-by-element|localize[\\/]messages[\\/]en[\\/]sign-in\.)/;

/** Digits that hardly compress: beside what is shown first, not in the script itself. */
const isIcons = /[\\/]src[\\/]look[\\/]icons\./;

const isLibrary = /[\\/]src[\\/]|[\\/]components[\\/]account-provider[\\/]/;
const isElement = /[\\/]components[\\/][\w-]+[\\/]logto-[\w-]+\.ts$/;

/**
 * How the script of the CDN is cut: the script itself holds what every page needs and what most elements use, each element is
 * a file, and so is what a few of them share. Dozens of files of some hundred bytes would cost more than they save.
 */
export function chunks(script: string): Chunks {
  let core = new Set<string>();
  let users = new Map<string, number>();
  const isUsedBy = (count: number, id: string) =>
    (users.get(id) ?? 0) >= count && !isForForms.test(id) && !isIcons.test(id);
  return {
    plugin: {
      name: 'chunks',
      buildEnd() {
        users = usersOf(this);
        core = coreOf(script, this);
        for (const id of users.keys()) if (isUsedBy(coreShareCount, id)) addWithImports(core, id, this);
      },
    },
    codeSplitting: {
      groups: [
        { name: 'core', test: (id) => core.has(id), priority: 5 },
        { name: 'layer', test: isForLayer, minShareCount: 2, priority: 3 },
        { name: 'lists', test: isForLists, minShareCount: 3, priority: 2 },
        { name: 'ways', test: isForWays, minShareCount: 2, priority: 4 },
        { name: 'first', test: (id) => isForFirst.test(id) || isIcons.test(id), minShareCount: 2, priority: 3 },
        { name: 'shared', test: (id) => isLibrary.test(id) && isUsedBy(3, id), minShareCount: 4, priority: 1 },
        { name: 'forms', test: isForForms, minShareCount: 2, priority: 1 },
      ],
    },
  };
}

/** The script, and all that has to be there before it runs. */
function coreOf(script: string, graph: ModuleGraph): Set<string> {
  const core = new Set<string>();
  for (const id of graph.getModuleIds()) if (id.replaceAll('\\', '/').endsWith(script)) addWithImports(core, id, graph);
  return core;
}

/** How many elements need a module from the start, by its id. */
function usersOf(graph: ModuleGraph): Map<string, number> {
  const users = new Map<string, number>();
  for (const element of graph.getModuleIds())
    if (isElement.test(element))
      for (const id of addWithImports(new Set(), element, graph)) users.set(id, (users.get(id) ?? 0) + 1);
  return users;
}

/** A module, and all that has to be there before it runs. */
function addWithImports(found: Set<string>, id: string, graph: ModuleGraph): Set<string> {
  if (found.has(id)) return found;
  found.add(id);
  for (const imported of graph.getModuleInfo(id)?.importedIds ?? []) addWithImports(found, imported, graph);
  return found;
}
