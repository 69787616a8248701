// Prints nothing but failures and the summary: there are many stories.
export default async function* report(events) {
  const skipped = new Map();
  for await (const { type, data } of events) {
    if (type === 'test:fail' && data.details.error.failureType !== 'subtestsFailed')
      yield `\n✖ ${data.name}\n${indented(messageOf(data.details.error))}\n`;
    if (type === 'test:pass' && data.skip) skipped.set(data.skip, (skipped.get(data.skip) ?? 0) + 1);
    if (type === 'test:stderr') yield data.message;
    if (type === 'test:diagnostic' && /^(tests|pass|fail|cancelled|skipped|duration_ms) /.test(data.message))
      yield `ℹ ${data.message}\n`;
  }
  for (const [reason, count] of skipped) yield `ℹ ${count} skipped: ${reason}\n`;
}

const messageOf = (error) =>
  error.cause?.code === 'ERR_ASSERTION' ? error.cause.message : (error.cause?.stack ?? error.stack);
const indented = (text) => String(text).replace(/^/gm, '  ');
