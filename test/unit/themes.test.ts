import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

import { parse, walk, type CssNode, type Selector } from 'css-tree';
import { documentedFormClasses } from '../tools/form-classes.js';

interface ElementDeclaration {
  tagName: string;
  cssParts?: { name: string }[];
  cssProperties?: { name: string }[];
  cssStates?: { name: string }[];
}

const manifest = JSON.parse(readFileSync('custom-elements.json', 'utf8')) as {
  modules: { declarations?: Partial<ElementDeclaration>[] }[];
};

const elements = new Map(
  manifest.modules
    .flatMap(({ declarations = [] }) => declarations)
    .filter((each): each is ElementDeclaration => each.tagName !== undefined)
    .map((each) => [each.tagName, each]),
);

/** The elements with rows, which a theme styles together. */
const tagsWithRows = [...elements.values()]
  .filter(({ cssParts = [] }) => cssParts.some(({ name }) => name === 'row'))
  .map(({ tagName }) => tagName)
  .sort();

const tokens = new Set(
  [...elements.values()].flatMap(({ cssProperties = [] }) => cssProperties.map(({ name }) => name)),
);

/** Light DOM classes that may be styled. */
const publicClasses = ['logto-form', 'logto-dialog', ...documentedFormClasses()];

/** A part or state, and the elements in its selector. */
interface Wish {
  kind: 'part' | 'state';
  name: string;
  tags: string[];
}

interface Theme {
  tags: Set<string>;
  wishes: Wish[];
  classes: Set<string>;
  ids: Set<string>;
  properties: Set<string>;
  /** The properties read with `var()`. */
  read: Set<string>;
  /** Other than what the list of parts allows: files from elsewhere. */
  loads: string[];
}

function read(css: string): Theme {
  const theme: Theme = {
    tags: new Set(),
    wishes: [],
    classes: new Set(),
    ids: new Set(),
    properties: new Set(),
    read: new Set(),
    loads: [],
  };
  const tagsOfRules: string[][] = [];
  let depthOfOthers = 0;

  const enterSelector = (selector: Selector, isNested: boolean) => {
    const own: string[] = [];
    const wishes: Omit<Wish, 'tags'>[] = [];
    walk(selector, {
      enter(node: CssNode) {
        const isOther = node.type === 'PseudoClassSelector' && ['not', 'has'].includes(node.name);
        if (isOther) depthOfOthers += 1;
        if (node.type === 'TypeSelector' && node.name.startsWith('logto-')) {
          theme.tags.add(node.name);
          if (depthOfOthers === 0) own.push(node.name);
        }
        if (node.type === 'ClassSelector') theme.classes.add(node.name);
        if (node.type === 'IdSelector') theme.ids.add(node.name);
        if (node.type === 'PseudoElementSelector' && node.name === 'part')
          wishes.push(...identifiersIn(node).map((name) => ({ kind: 'part' as const, name })));
        if (node.type === 'PseudoClassSelector' && node.name === 'state')
          wishes.push(...identifiersIn(node).map((name) => ({ kind: 'state' as const, name })));
      },
      leave(node: CssNode) {
        if (node.type === 'PseudoClassSelector' && ['not', 'has'].includes(node.name)) depthOfOthers -= 1;
      },
    });
    const tags = own.length > 0 || !isNested ? own : (tagsOfRules.at(-1) ?? []);
    theme.wishes.push(...wishes.map((wish) => ({ ...wish, tags })));
    return tags;
  };

  // What the parser skips would not be looked at: nested rules have to begin with `&`, for one.
  const onParseError = ({ message }: Error) => assert.fail(message);
  walk(parse(css, { parseCustomProperty: true, onParseError }), {
    enter(node: CssNode) {
      if (node.type === 'Rule' && node.prelude.type === 'SelectorList') {
        const isNested = tagsOfRules.length > 0;
        const selectors = node.prelude.children.toArray().filter((each): each is Selector => each.type === 'Selector');
        tagsOfRules.push([...new Set(selectors.flatMap((selector) => enterSelector(selector, isNested)))]);
      }
      if (node.type === 'Declaration') theme.properties.add(node.property);
      if (node.type === 'Function' && node.name === 'var') {
        const [name] = node.children;
        if (name?.type === 'Identifier') theme.read.add(name.name);
      }
      if (node.type === 'Url') theme.loads.push(`url(${node.value})`);
      if (node.type === 'Atrule' && ['import', 'font-face'].includes(node.name)) theme.loads.push(`@${node.name}`);
    },
    leave(node: CssNode) {
      if (node.type === 'Rule') tagsOfRules.pop();
    },
  });
  return theme;
}

/** The arguments of `::part()` and `:state()`. */
function identifiersIn(node: CssNode & { children: Iterable<CssNode> | null }): string[] {
  return [...(node.children ?? [])].flatMap((child) =>
    child.type === 'Raw' ? child.value.trim().split(/\s+/) : child.type === 'Identifier' ? [child.name] : [],
  );
}

function offers(tag: string, { kind, name }: Wish): boolean {
  const { cssParts = [], cssStates = [] } = elements.get(tag) ?? ({} as Partial<ElementDeclaration>);
  return (kind === 'part' ? cssParts : cssStates).some((each) => each.name === name);
}

/** What is said of all tags with rows at once is true for some of them; what is said of others, for each. */
function comesTrue(wish: Wish): boolean {
  const isForAll = wish.tags.length > 0 && tagsWithRows.every((tag) => wish.tags.includes(tag));
  return isForAll
    ? wish.tags.some((tag) => offers(tag, wish))
    : wish.tags.length > 0 && wish.tags.every((tag) => offers(tag, wish));
}

/** Left and right, which are wrong for half of the scripts of the world when text runs the other way. */
const isPhysical = (property: string) =>
  /^(left|right|top|bottom|width|height)$/.test(property) ||
  /^(min|max)-(width|height)$/.test(property) ||
  /(^|-)(left|right|top|bottom)(-|$)/.test(property);

const cssIn = (folder: string) => readdirSync(folder).filter((name) => name.endsWith('.css'));
const themes = cssIn('stories/themes');
const looks = cssIn('stories/looks');

/** Properties of the page that a theme reads. */
const ofPages: Partial<Record<string, string[]>> = {
  'shadcn.css': [
    '--border',
    '--card',
    '--destructive',
    '--foreground',
    '--input',
    '--muted-foreground',
    '--primary',
    '--primary-foreground',
    '--radius',
    '--ring',
    '--secondary',
  ],
};

test('there are four themes', () => {
  assert.deepEqual(themes.sort(), ['consumer.css', 'dashboard.css', 'plain.css', 'shadcn.css']);
});

test('there are two looks besides the default', () => {
  assert.deepEqual(looks.sort(), ['lines.css', 'side-by-side.css']);
});

for (const path of [...themes.map((name) => `themes/${name}`), ...looks.map((name) => `looks/${name}`)]) {
  const css = readFileSync(`stories/${path}`, 'utf8');
  const name = path.replace(/^.*\//, '');
  const theme = read(css);
  const given = ofPages[name] ?? [];
  const helpers = `--${name.replace('.css', '')}-`;

  test(`${name} uses only public tokens, and custom properties with its prefix`, () => {
    const custom = [...theme.properties, ...theme.read].filter((property) => property.startsWith('--'));
    assert.ok(custom.some((property) => tokens.has(property)));
    assert.deepEqual(
      custom.filter((property) => !tokens.has(property) && !property.startsWith(helpers) && !given.includes(property)),
      [],
    );
  });

  test(`${name} sets no property of the page, and reads all that are documented`, () => {
    assert.deepEqual(
      given.filter((property) => theme.properties.has(property) || !theme.read.has(property)),
      [],
    );
  });

  test(`${name} uses every custom property that it sets, and sets every one that it uses`, () => {
    const own = (properties: Set<string>) => [...properties].filter((each) => each.startsWith(helpers)).sort();
    assert.deepEqual(own(theme.properties), own(theme.read));
  });

  test(`${name} uses only parts and states that the elements have`, () => {
    assert.ok(theme.wishes.length > 0);
    assert.deepEqual(
      theme.wishes.filter((wish) => !comesTrue(wish)),
      [],
    );
  });

  test(`${name} covers every element with rows, and no unknown one`, () => {
    assert.deepEqual(
      [...theme.tags].filter((tag) => !elements.has(tag)),
      [],
    );
    assert.deepEqual(
      tagsWithRows.filter((tag) => !theme.tags.has(tag)),
      [],
    );
  });

  test(`${name} uses nothing internal of elements and forms`, () => {
    assert.deepEqual([...theme.ids], []);
    assert.deepEqual(
      [...theme.classes].filter((each) => !publicClasses.includes(each)),
      [],
    );
  });

  test(`${name} uses logical instead of left and right properties`, () => {
    assert.deepEqual([...theme.properties].filter(isPhysical), []);
  });

  test(`${name} loads nothing, and has no !important`, () => {
    assert.deepEqual(theme.loads, []);
    assert.ok(!css.includes('!important'));
  });
}

test('the theme checks detect violations', () => {
  const wrong = read(`
    @import 'x.css';
    logto-email::part(heading) { --_line: red; margin-left: url(x.png) }
    logto-mfa { &:state(happy) { color: var(--logto-mood) } & #last, & .row-actions { color: red } }
  `);
  assert.deepEqual(
    wrong.wishes.filter((wish) => !comesTrue(wish)),
    [
      { kind: 'part', name: 'heading', tags: ['logto-email'] },
      { kind: 'state', name: 'happy', tags: ['logto-mfa'] },
    ],
  );
  assert.deepEqual([...wrong.ids, ...wrong.classes, ...wrong.read], ['last', 'row-actions', '--logto-mood']);
  assert.deepEqual([...wrong.properties].filter(isPhysical), ['margin-left']);
  assert.deepEqual(wrong.loads, ['@import', 'url(x.png)']);
});
