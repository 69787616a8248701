import type * as developerHints from './developer-hints.js';

/** Says something in the console. The words are loaded for it; they are lost where that fails. */
export function tellDeveloper(hint: (hints: typeof developerHints) => string): void {
  void import('./developer-hints.js').then(
    (hints) => console.warn(`[logto-account-elements] ${hint(hints)}`),
    () => undefined,
  );
}
