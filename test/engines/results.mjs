import { cannot } from './cannot.mjs';

/** What came of the tests of one engine. */
export function resultsOf(engine, sessions) {
  const tests = sessions.flatMap(({ testResults }) => (testResults ? [...testsIn(testResults)] : []));
  const skipped = tests.filter((test) => test.skipped).map(({ title }) => title);
  const entries = cannot.filter((entry) => entry.engine === engine.name);
  const known = entries.flatMap((entry) => entry.tests);
  // A file that cannot be loaded has no tests that could fail.
  const broken = sessions.filter(({ passed, testResults }) => !passed && !testResults).map(({ testFile }) => testFile);
  const failures = [...tests.filter((test) => !test.passed && !test.skipped).map(({ title }) => title), ...broken];
  return {
    passed: tests.filter((test) => test.passed && !test.skipped).length,
    failed: failures.length,
    failures,
    skipped: skipped.length,
    broken,
    reasons: entries
      .map((entry) => ({ ...entry, tests: entry.tests.filter((title) => skipped.includes(title)) }))
      .filter((entry) => entry.tests.length > 0),
    /** On the list of what the engine cannot do, and no test. */
    gone: known.filter((title) => !tests.some((test) => test.title === title)),
  };
}

/** All tests with their full titles, as mocha writes them. */
function* testsIn({ name, suites, tests }, path = []) {
  const here = name ? [...path, name] : path;
  for (const test of tests) yield { ...test, title: [...here, test.name].join(' ') };
  for (const suite of suites) yield* testsIn(suite, here);
}
