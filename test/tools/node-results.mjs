import { Transform } from 'node:stream';

let file;

/**
 * A reporter for Node's test runner: sends the parent process the result of each test case, and says when a file is done.
 * Each file is a suite at the top. Suites are no cases.
 */
export default new Transform({
  writableObjectMode: true,
  transform({ type, data }, _, done) {
    if (type === 'test:start' && data.nesting === 0) file = data.name;
    if (type === 'test:pass' || type === 'test:fail') report(type, data);
    done();
  },
});

function report(type, { name, nesting, details, skip }) {
  // A suite fails by itself when what is to be done before or after its tests does.
  const isBroken = type === 'test:fail' && details.error.failureType !== 'subtestsFailed';
  if (details.type !== 'suite' || isBroken) process.send({ file, name, state: stateOf(type, skip) });
  if (nesting === 0) process.send({ file, isDone: true });
}

const stateOf = (type, skip) => (type === 'test:fail' ? 'failed' : skip !== undefined ? 'skipped' : 'passed');
