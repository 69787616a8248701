import { cannot } from './cannot.mjs';

const path = '/test/engines/skip-by-title.js';

/** Every test file begins with a hook that skips what the list says this engine cannot do. */
export const skipWhatItCannot = (engine) => ({
  name: 'skip-what-it-cannot',
  serve(context) {
    if (context.path === path) return { body: hookFor(titlesOf(engine)), type: 'js' };
  },
  transform(context) {
    // On the same line, so that the lines of the file keep their numbers.
    if (context.path.endsWith('.test.ts')) return { body: `import '${path}'; ${context.body}` };
  },
});

const titlesOf = (engine) => cannot.flatMap((entry) => (entry.engine === engine ? entry.tests : []));

const hookFor = (titles) => `
  const titles = new Set(${JSON.stringify(titles)});
  beforeEach(function skipWhatItCannot() {
    if (titles.has(this.currentTest.fullTitle())) this.skip();
  });
`;
