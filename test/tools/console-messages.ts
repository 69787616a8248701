import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import ts from 'typescript';

const prefix = '[logto-account-elements] ';

/** Only words for the console are in it. */
const hints = 'src/developer-hints/developer-hints.ts';

/** The first sentence of everything that the library writes to the console, with `…` for each value. */
export function consoleMessages(): string[] {
  const files = ['src', 'components'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts'))
      .map((path) => join(folder, path)),
  );
  return [...new Set(files.flatMap(messagesIn).map(firstSentence))];
}

function messagesIn(path: string): string[] {
  const code = readFileSync(path, 'utf8');
  if (path !== hints && !code.includes(prefix) && !code.includes('report(')) return []; // to parse all takes seconds
  const source = ts.createSourceFile(path, code, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const text = textOf(node);
    if (text === undefined) return ts.forEachChild(node, visit);
    if (text.startsWith(prefix)) found.push(text.slice(prefix.length));
    else if (path === hints ? text.trim().includes(' ') : isReported(node)) found.push(text);
  };
  visit(source);
  return found.filter((text) => text !== '…');
}

/** Whether it is what `report(…)` is called with. */
const isReported = ({ parent }: ts.Node) =>
  ts.isCallExpression(parent) && /(^|\.)report$/.test(parent.expression.getText());

/** The value of a string literal or concatenation; `undefined` for anything else. */
function textOf(node: ts.Node): string | undefined {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isTemplateExpression(node))
    return node.head.text + node.templateSpans.map(({ literal }) => `…${literal.text}`).join('');
  if (!ts.isBinaryExpression(node) || node.operatorToken.kind !== ts.SyntaxKind.PlusToken) return undefined;
  const [left, right] = [textOf(node.left), textOf(node.right)];
  return left !== undefined && right !== undefined ? left + right : undefined;
}

const firstSentence = (text: string) => /^.*?(?:\.(?= )|$)/s.exec(text)![0].trim();
