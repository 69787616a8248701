/** A reporter for Node's test runner: each test case, one to a line, as JSON. Suites and files are none. */
export default async function* results(source) {
  for await (const { type, data } of source) {
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    const { name, details, file = name, skip } = data;
    const isCase = details.type !== 'suite' && !name.endsWith('.test.ts');
    // A file that does not come to its end fails as a whole.
    const isBroken = type === 'test:fail' && details.error.failureType !== 'subtestsFailed';
    if (isCase || isBroken) yield `${JSON.stringify({ file, name, state: stateOf(type, skip) })}\n`;
  }
}

const stateOf = (type, skip) => (type === 'test:fail' ? 'failed' : skip !== undefined ? 'skipped' : 'passed');
