import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

import ts from 'typescript';

import { install } from './unpacked.js';

interface Manifest {
  modules: { declarations?: { tagName?: string; events?: { name: string }[] }[] }[];
}

const project = install();
const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.NodeNext,
  types: [],
  strict: true,
  skipLibCheck: true,
  noEmit: true,
};

/** Compiles one file by itself, so that only the types of its imports count. */
function compile(name: string, text: string): string[] {
  const file = join(project.folder, name);
  const host = ts.createCompilerHost(options);
  const fromDisk = { file: host.getSourceFile, exists: host.fileExists };
  host.getSourceFile = (path, version, ...rest) =>
    path === file ? ts.createSourceFile(path, text, version) : once(path, () => fromDisk.file(path, version, ...rest));
  host.fileExists = (path) => path === file || fromDisk.exists(path);
  const program = ts.createProgram([file], options, host);
  return ts.getPreEmitDiagnostics(program).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}

const parsed = new Map<string, ts.SourceFile | undefined>();

function once(path: string, parse: () => ts.SourceFile | undefined): ts.SourceFile | undefined {
  if (!parsed.has(path)) parsed.set(path, parse());
  return parsed.get(path);
}

const manifest = JSON.parse(readFileSync(join(project.package, project.json.customElements), 'utf8')) as Manifest;

for (const { tagName, events = [] } of manifest.modules.flatMap(({ declarations = [] }) => declarations)) {
  if (!tagName) continue;
  test(`importing <${tagName}> alone gives TypeScript the types of its events`, () => {
    const entry = tagName.replace('logto-', 'logto-account-elements/');
    const names = JSON.stringify(events.map(({ name }) => name));
    const text = `import '${entry}';\nexport const names: (keyof HTMLElementEventMap)[] = ${names};\n`;
    assert.deepEqual(compile(`${tagName}.mts`, text), []);
  });
}
