/**
 * Whether a tenant's pattern is found in the text, as `RegExp.test` would say.
 *
 * The pattern is code from elsewhere that runs at every check, so it runs in RE2, whose time grows with the length
 * of the text only. `undefined` where RE2 cannot say (look-around, back-references, a mistake in the pattern, no
 * connection to load it with); `onIgnored` then gets the reason.
 */
export async function isFound(
  pattern: string,
  text: string,
  onIgnored: (cause: unknown) => void = () => {},
): Promise<boolean | undefined> {
  try {
    const { RE2JS } = await import('re2js');
    return RE2JS.compile(RE2JS.translateRegExp(pattern)).test(text);
  } catch (cause) {
    onIgnored(cause);
    return undefined;
  }
}
