import type { CDPSession, Page, Protocol } from 'puppeteer-core';

import { settle } from './accessibility-states.js';

type Node = Protocol.Accessibility.AXNode;

/**
 * The accessibility tree of an element, one indented line per node: role, “name”, = value,
 * (description), states.
 */
export async function treeOf(page: Page, selector: string): Promise<string> {
  const element = await page.waitForSelector(selector);
  await settle(page);
  const session = await page.createCDPSession();
  try {
    const { node } = await describe(page, session, selector);
    const { nodes } = await session.send('Accessibility.getFullAXTree');
    const byId = new Map(nodes.map((each) => [each.nodeId, each]));
    const root = nodes.find(({ backendDOMNodeId }) => backendDOMNodeId === node.backendNodeId);
    if (!root) return '';
    return linesOf(root, byId, 0).join('\n');
  } finally {
    await element?.dispose();
    await session.detach();
  }
}

async function describe(page: Page, session: CDPSession, selector: string) {
  // `>>>` is Puppeteer's own: the element is marked for the protocol, which knows nothing of it.
  await page.$eval(selector, (found) => ((globalThis as never as { wanted: Element }).wanted = found));
  const { result } = await session.send('Runtime.evaluate', { expression: 'wanted' });
  return session.send('DOM.describeNode', { objectId: result.objectId! });
}

function linesOf(node: Node, byId: Map<string, Node>, depth: number): string[] {
  const children = (node.childIds ?? []).flatMap((id) => byId.get(id) ?? []);
  const line = lineOf(node);
  const inner = isLeaf(node) ? [] : children.flatMap((child) => linesOf(child, byId, line ? depth + 1 : depth));
  return line ? ['  '.repeat(depth) + line, ...inner] : inner;
}

const hidden = new Set(['generic', 'none', 'InlineTextBox', 'LineBreak', 'presentation', 'ListMarker']);

/** Content that only repeats the name is left out; the text of an input is its value. */
const isLeaf = ({ role, ignored }: Node) =>
  !ignored && ['button', 'link', 'textbox', 'combobox', 'heading', 'Date', 'StaticText', 'img'].includes(text(role));

function lineOf(node: Node): string | undefined {
  const role = text(node.role);
  if (node.ignored || hidden.has(role)) return undefined;
  if (role === 'StaticText') return text(node.name).trim() ? `“${spaced(text(node.name))}”` : undefined;
  // A list without a name is called like all that is in it, once it can have the focus.
  const name = role === 'list' && spaced(text(node.name)).length > 60 ? '' : spaced(text(node.name));
  const value = spaced(text(node.value));
  const description = spaced(text(node.description));
  return [
    roles[role] ?? role,
    name && `“${name}”`,
    value && `= ${value}`,
    description && `(${description})`,
    ...(node.properties ?? []).flatMap((property) => stateOf(role, property)),
  ]
    .filter(Boolean)
    .join(' ');
}

const roles: Record<string, string> = { LabelText: 'label', Date: 'date', MenuListPopup: 'list of options' };

function stateOf(role: string, { name, value: { value } }: Protocol.Accessibility.AXProperty): string[] {
  switch (name) {
    case 'level':
      return role === 'heading' ? [`level ${value}`] : [];
    case 'invalid':
      return value === 'false' ? [] : ['invalid'];
    case 'pressed':
    case 'checked':
    case 'expanded':
      return [value === 'true' || value === true ? name : `not ${name}`];
    case 'live':
      return value === 'off' ? [] : [`live ${value}`];
    case 'required':
    case 'disabled':
    case 'busy':
    case 'modal':
    case 'readonly':
      return value ? [name] : [];
    default:
      return [];
  }
}

const text = (value: Protocol.Accessibility.AXValue | undefined) => String(value?.value ?? '');
const spaced = (words: string) => words.replace(/\s+/g, ' ').trim();
