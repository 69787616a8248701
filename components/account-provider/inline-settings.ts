/** Where the page may have put the settings, as JSON. */
export const inlineScript = (provider: Element) => provider.querySelector(':scope > script[type="application/json"]');

/** What it has put there, as far as the page is parsed. What cannot be read is reported later, when it is needed. */
export function inlineSettings(provider: Element): unknown {
  const script = inlineScript(provider);
  if (!script) return undefined;
  try {
    return JSON.parse(script.textContent ?? '');
  } catch {
    return undefined;
  }
}
