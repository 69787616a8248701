import { wordsFor } from '../tools/results.mjs';

// Prints nothing but failures and the summary: there are many stories.
export default async function* report(events) {
  const numbers = {};
  for await (const { type, data } of events) {
    if (type === 'test:fail' && data.details.error.failureType !== 'subtestsFailed')
      yield `\n✖ ${data.name}\n${indented(messageOf(data.details.error))}\n`;
    if (type === 'test:pass' && data.skip) yield `\n﹣ ${data.name}\n  Skipped: ${data.skip}.\n`;
    if (type === 'test:stderr') yield data.message;
    const [, what, number] = (type === 'test:diagnostic' && /^(\w+) (\d+)$/.exec(data.message)) || [];
    if (what) numbers[what] = Number(number);
  }
  const { pass: passed, fail, cancelled, skipped } = numbers;
  yield `${wordsFor({ passed, failed: fail + cancelled, skipped, again: [] })}\n`;
}

const messageOf = (error) =>
  error.cause?.code === 'ERR_ASSERTION' ? error.cause.message : (error.cause?.stack ?? error.stack);
const indented = (text) => String(text).replace(/^/gm, '  ');
