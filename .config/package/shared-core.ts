import MagicString from 'magic-string';
import type { ESTree, Plugin, Rolldown } from 'vite';

/**
 * Lets the files that a script loads later use what is in it, whatever its address is. Importing it would not do: with a
 * query it is another module than without, and what a browser has kept of the last version may stand at its plain
 * address. So the script leaves what it shares under a symbol that names this build, and they find it there. A second
 * script of the same build takes what the first one has left.
 */
export function sharedCore(buildId: () => string): Plugin {
  return {
    name: 'shared-core',
    renderChunk(code, chunk, _options, { chunks }) {
      const core = `globalThis[Symbol.for("logto-account-elements ${buildId()}")]`;
      const script = Object.values(chunks).find(({ isEntry }) => isEntry);
      const edited = new MagicString(code);
      for (const node of this.parse(code).body) {
        const isOfScript = 'source' in node && node.source?.value.endsWith(`/${script?.fileName}`);
        if (isOfScript && node.type === 'ImportDeclaration')
          edited.update(node.start, node.end, `const ${bindings(node.specifiers)} = ${core};`);
        else if (isOfScript) this.error(`${chunk.fileName} exports what is in the script`);
        else if (chunk.isEntry && node.type === 'ExportNamedDeclaration')
          edited.update(node.start, node.end, shareAll(node.specifiers, publicNames(this, chunk), core));
      }
      return { code: edited.toString(), map: edited.generateMap({ hires: true }) };
    },
  };
}

const publicNames = (context: Rolldown.PluginContext, { facadeModuleId }: Rolldown.RenderedChunk) =>
  (facadeModuleId && context.getModuleInfo(facadeModuleId)?.exports) || [];

const nameOf = (node: ESTree.ModuleExportName) => (node.type === 'Literal' ? node.value : node.name);

/** What is imported, as it is taken from an object. */
function bindings(specifiers: readonly ESTree.ImportDeclarationSpecifier[]): string {
  const names = specifiers.map((specifier) =>
    specifier.type === 'ImportSpecifier' ? `${nameOf(specifier.imported)}: ${specifier.local.name}` : undefined,
  );
  if (names.includes(undefined)) throw new Error('A file imports the script as a whole');
  return `{ ${names.join(', ')} }`;
}

/** Leaves all there, and exports what is there by then. */
function shareAll(specifiers: readonly ESTree.ExportSpecifier[], names: readonly string[], core: string): string {
  const all = specifiers.map(({ local, exported }) => `${nameOf(exported)}: ${nameOf(local)}`);
  const own = names.map((name) => [name, `shared_${name}`] as const);
  return `${core} ??= { ${all.join(', ')} };
const { ${own.map(([name, local]) => `${name}: ${local}`).join(', ')} } = ${core};
export { ${own.map(([name, local]) => `${local} as ${name}`).join(', ')} };`;
}
