import { cannot } from './cannot.mjs';

/** What came of the tests of one engine, with the reasons of what was skipped. */
export function resultsOf(engine, sessions) {
  const tests = sessions.flatMap(({ testResults }) => (testResults ? [...testsIn(testResults)] : []));
  const entries = cannot.filter((entry) => entry.engine === engine.name);
  const titles = new Set(tests.map(({ title }) => title));
  return {
    passed: tests.filter((test) => test.passed && !test.skipped).length,
    failed: tests.filter((test) => !test.passed && !test.skipped).length,
    skipped: tests.filter((test) => test.skipped).length,
    // A file that could not be loaded has no tests that could fail.
    broken: sessions.filter(({ passed, testResults }) => !passed && !testResults).length,
    reasons: entries.map(({ reason, tests }) => `${tests.length}: ${reason}`),
    gone: entries.flatMap((entry) => entry.tests).filter((title) => !titles.has(title)),
  };
}

/** All tests with their full titles, as mocha writes them. */
function* testsIn({ name, suites, tests }, path = []) {
  const here = name ? [...path, name] : path;
  for (const test of tests) yield { ...test, title: [...here, test.name].join(' ') };
  for (const suite of suites) yield* testsIn(suite, here);
}
