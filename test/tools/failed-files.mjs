/** A reporter for Node's test runner: the path of each file in which a test failed, one to a line. */
export default async function* failedFiles(source) {
  for await (const { type, data } of source) if (type === 'test:fail' && data.file) yield `${data.file}\n`;
}
