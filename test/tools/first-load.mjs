// What a page loads until `<logto-account>` can show somebody's own values, and how many requests wait for one another.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';

import { build } from 'vite';

/**
 * Scripts by name. `imports` has to be there before one runs; `later` is what one asks for when it runs, together with
 * what that imports where the bundler sees to it.
 *
 * @typedef {{ code: string, imports: string[], later: string[] }} Script
 * @typedef {{ named: string[], scripts: Map<string, Script> }} Graph `named` are those that the page itself names.
 */

/** Names in the graphs of what is shown first: the page, its first section and the button to sign in and out. */
const firstModules = ['logto-account', 'profile', 'logto-sign-in'];

/** @returns {Graph} The CDN script and all that it may load. */
export function cdnGraph() {
  const entry = 'logto-account-elements.js';
  if (!existsSync(join('cdn', entry)))
    throw new Error('There is no CDN script to measure. Build it first: npm run build');
  const paths = readdirSync('cdn', { recursive: true }).map((path) => path.replaceAll('\\', '/'));
  const names = [entry, ...paths.filter((path) => /^chunks\/.*\.js$/.test(path))];
  const read = (name) => {
    const code = readFileSync(join('cdn', name), 'utf8');
    const found = (pattern) => [...code.matchAll(pattern)].map(([, path]) => posix.join(posix.dirname(name), path));
    return [
      name,
      { code, imports: found(/(?:from|import)\s*"(\.[^"]+)"/g), later: found(/import\(\s*["`](\.[^"`]+)/g) },
    ];
  };
  return { named: [entry], scripts: new Map(names.map(read)) };
}

/** @returns {Promise<Graph>} What Vite makes of the account page with its default settings. */
export async function bundledGraph() {
  const entry = 'entry';
  const { output } = await build({
    configFile: false,
    logLevel: 'silent',
    publicDir: false,
    plugins: [
      {
        name: 'entry',
        resolveId: (id) => (id === entry ? id : undefined),
        load: (id) => (id === entry ? `import '/components/account/logto-account.ts';` : undefined),
      },
    ],
    build: { write: false, rolldownOptions: { input: entry } },
  });
  const chunks = output.filter(({ type }) => type === 'chunk');
  const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
  const toScript = ({ fileName, code, imports, dynamicImports }) => {
    const isThere = withImports(fileName, (name) => byName.get(name)?.imports ?? []);
    const together = dynamicImports.flatMap((name) => [
      ...withImports(name, (each) => byName.get(each)?.imports ?? []),
    ]);
    return [fileName, { code, imports, later: together.filter((name) => !isThere.has(name)) }];
  };
  // Vite names in the page what its script imports.
  const named = withImports(chunks.find(({ isEntry }) => isEntry).fileName, (name) => byName.get(name)?.imports ?? []);
  return { named: [...named], scripts: new Map(chunks.map(toScript)) };
}

/**
 * Of somebody who is signed in, until their own values can be seen. `inARow` counts requests of which each waits for the last
 * one, with a token that is still valid.
 *
 * @param {Graph} graph
 * @param {{ withSdk: boolean }} options The SDK is loaded when the stored token has to be renewed.
 */
export function firstLoad({ named, scripts }, { withSdk }) {
  const wanted = [...firstModules, ...(withSdk ? ['browser-session-work'] : [])];
  const targets = [...scripts.keys()].filter((name) => wanted.some((module) => isOf(module, name)));
  const importsOf = (name) => scripts.get(name)?.imports ?? [];
  const needed = new Set([...named, ...targets].flatMap((name) => [...withImports(name, importsOf)]));
  const rounds = roundsOf({ named, scripts }, needed);
  const scriptRounds = Math.max(...[...needed].map((name) => rounds.get(name) ?? Infinity));
  const accountRounds = Math.max(...named.map((name) => roundOf(name, rounds, importsOf))) + preflightAndAccount;
  return {
    code: [...needed].map((name) => scripts.get(name).code),
    requests: needed.size,
    inARow: Math.max(scriptRounds, accountRounds),
  };
}

/** The browser asks whether it may ask another origin, then for the account, as soon as the script runs. */
const preflightAndAccount = 2;

/** In which round each is asked for: the first is what the page names, the next what is known when that is there. */
function roundsOf({ named, scripts }, needed) {
  const rounds = new Map(named.map((name) => [name, 1]));
  const importsOf = (name) => scripts.get(name)?.imports ?? [];
  for (let isChanged = true; isChanged;) {
    isChanged = false;
    const ask = (name, round) => {
      if (!needed.has(name) || (rounds.get(name) ?? Infinity) <= round) return;
      rounds.set(name, round);
      isChanged = true;
    };
    for (const [name, round] of [...rounds]) {
      for (const imported of importsOf(name)) ask(imported, round + 1);
      const runs = roundOf(name, rounds, importsOf);
      for (const later of scripts.get(name)?.later ?? []) ask(later, runs + 1);
    }
  }
  return rounds;
}

/** In which round one is there with all that it imports, and runs. */
const roundOf = (name, rounds, importsOf) =>
  Math.max(...[...withImports(name, importsOf)].map((each) => rounds.get(each) ?? Infinity));

/** @returns {Set<string>} */
function withImports(name, importsOf, found = new Set()) {
  if (found.has(name)) return found;
  found.add(name);
  for (const imported of importsOf(name)) withImports(imported, importsOf, found);
  return found;
}

/** Whether it is the file of a module, after whose name Vite puts a hash. */
const isOf = (module, fileName) => new RegExp(`(^|/)${module}(-[\\w-]{8})?\\.js$`).test(fileName);
