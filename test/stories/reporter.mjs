// Prints nothing but failures and the summary: there are many stories.
export default async function* report(events) {
  for await (const { type, data } of events) {
    if (type === 'test:fail' && data.details.error.failureType !== 'subtestsFailed')
      yield `\n✖ ${data.name}\n${indented(messageOf(data.details.error))}\n`;
    if (type === 'test:pass' && data.skip) yield `\n﹣ ${data.name}\n  Skipped: ${data.skip}.\n`;
    if (type === 'test:stderr') yield data.message;
    if (type === 'test:diagnostic' && /^(tests|pass|fail|cancelled|skipped|duration_ms) /.test(data.message))
      yield `ℹ ${data.message}\n`;
  }
}

const messageOf = (error) =>
  error.cause?.code === 'ERR_ASSERTION' ? error.cause.message : (error.cause?.stack ?? error.stack);
const indented = (text) => String(text).replace(/^/gm, '  ');
