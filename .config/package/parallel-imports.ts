import { posix } from 'node:path';

import MagicString from 'magic-string';
import { Visitor, type Plugin, type Rolldown } from 'vite';

const helper = 'function importTogether(...all) { return Promise.all(all).then(([first]) => first); }\n';

/** Has an `import()` ask for a file and for all that it imports at once, not for one after the other. */
export function parallelImports(): Plugin {
  return {
    name: 'parallel-imports',
    renderChunk(code, chunk, _options, { chunks }) {
      const edited = new MagicString(code);
      const isThere = withImports(chunk, chunks);
      const pathTo = (fileName: string) =>
        `./${posix.relative(posix.dirname(chunk.fileName), fileName)}`.replace('./../', '../');
      new Visitor({
        ImportExpression({ source, start, end }) {
          if (source.type !== 'Literal' || typeof source.value !== 'string') return;
          const target = chunks[posix.join(posix.dirname(chunk.fileName), source.value)];
          if (!target) return;
          const [first, ...more] = [...withImports(target, chunks)].filter((fileName) => !isThere.has(fileName));
          if (more.length === 0) return;
          const calls = [first ?? target.fileName, ...more].map((fileName) => `import("${pathTo(fileName)}")`);
          edited.update(start, end, `importTogether(${calls.join(', ')})`);
        },
      }).visit(this.parse(code));
      if (!edited.hasChanged()) return null;
      edited.prepend(helper);
      return { code: edited.toString(), map: edited.generateMap({ hires: true }) };
    },
  };
}

/** The names of a file and of all that has to be there before it runs, itself first; without the script, which is there. */
function withImports(
  chunk: Rolldown.RenderedChunk,
  chunks: Record<string, Rolldown.RenderedChunk>,
  found = new Set<string>(),
): Set<string> {
  if (chunk.isEntry || found.has(chunk.fileName)) return found;
  found.add(chunk.fileName);
  for (const name of chunk.imports) if (chunks[name]) withImports(chunks[name], chunks, found);
  return found;
}
