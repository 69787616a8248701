/** Times differ from run to run, and the stand-in's logos are shorter. What they are is compared, not which. */
const typeOnly = new Set(['createdAt', 'updatedAt', 'lastSignInAt', 'expiresAt', 'logo', 'logoDark']);

/** Names that the server makes up: the first time they are learned, from then on they must be the same. */
const madeUp = new Set(['verificationRecordId', 'secret', 'challenge', 'codes']);

/** Maps recorded values to those of the stand-in. */
export class Names {
  readonly #names = new Map<string, string>();

  learn(recorded: string, actual: string): void {
    this.#names.set(recorded, actual);
  }

  knows(recorded: string): boolean {
    return this.#names.has(recorded);
  }

  /** The text with all recorded names replaced. */
  translate(text: string): string {
    return [...this.#names].reduce((result, [recorded, actual]) => result.replaceAll(recorded, actual), text);
  }
}

/** All differences between the recorded and the actual response. */
export function differences(recorded: unknown, actual: unknown, names: Names, path: string[] = []): string[] {
  if (typeof recorded !== typeof actual || Array.isArray(recorded) !== Array.isArray(actual)) {
    return [difference(path, recorded, actual)];
  }
  if (recorded === null || actual === null || typeof recorded !== 'object') {
    return isSameValue(recorded, actual, names, path) ? [] : [difference(path, recorded, actual)];
  }
  const [left, right] = [recorded, actual] as Record<string, unknown>[];
  const keys = new Set([...Object.keys(left ?? {}), ...Object.keys(right ?? {})]);
  return [...keys].flatMap((key) => differences(left?.[key], right?.[key], names, [...path, key]));
}

function isSameValue(recorded: unknown, actual: unknown, names: Names, path: string[]): boolean {
  const key = path.findLast((part) => !/^\d+$/.test(part)) ?? '';
  if (recorded !== null && actual !== null && typeOnly.has(key)) return true;
  if (typeof recorded !== 'string' || typeof actual !== 'string') return recorded === actual;
  const isMfaId = key === 'id' && path.length === 2;
  if ((madeUp.has(key) || isMfaId) && !names.knows(recorded)) {
    if (recorded.length !== actual.length) return false;
    names.learn(recorded, actual);
    return true;
  }
  const expected = names.translate(recorded);
  return key === 'authorizationUri' ? sorted(expected) === sorted(actual) : expected === actual;
}

/** The order of parameters has no meaning. */
function sorted(uri: string): string {
  const url = new URL(uri);
  url.searchParams.sort();
  return url.href;
}

const difference = (path: string[], recorded: unknown, actual: unknown) =>
  `${path.join('.') || 'body'}: expected ${JSON.stringify(recorded)}, got ${JSON.stringify(actual)}`;
