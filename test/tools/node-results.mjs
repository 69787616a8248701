/** A reporter for Node's test runner: each test case, one to a line, as JSON. Suites are none. */
export default async function* results(source) {
  for await (const { type, data } of source) {
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    const { name, details, skip } = data;
    // A suite fails by itself when what is to be done before or after its tests does.
    const isBroken = type === 'test:fail' && details.error.failureType !== 'subtestsFailed';
    if (details.type !== 'suite' || isBroken) yield `${JSON.stringify({ name, state: stateOf(type, skip) })}\n`;
  }
}

const stateOf = (type, skip) => (type === 'test:fail' ? 'failed' : skip !== undefined ? 'skipped' : 'passed');
