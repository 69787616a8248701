import type { AccountSettingsSnapshot } from '../settings/account-settings.js';
import { snapshotShape, type Shape } from '../settings/snapshot-shape.js';
import { isRecord, getOwn } from '../untrusted.js';

/**
 * The snapshot with what the elements read, and nothing else: what Logto adds in a later version, or a proxy on the way, is
 * published only when it is named here.
 */
export function publicSnapshot({ accountCenter, signInExperience }: AccountSettingsSnapshot): AccountSettingsSnapshot {
  return {
    accountCenter: kept(snapshotShape.accountCenter, accountCenter),
    signInExperience: kept(snapshotShape.signInExperience, withOneCatalogue(signInExperience)),
  };
}

/** Logto sends the same catalogue under its older name, too; the elements take that only where the newer is missing. */
function withOneCatalogue(signInExperience: unknown): unknown {
  const newer = getOwn(signInExperience, 'customProfileFieldCatalog') ?? null;
  if (!isRecord(signInExperience) || newer === null) return signInExperience;
  return Object.fromEntries(Object.entries(signInExperience).filter(([key]) => key !== 'customProfileFields'));
}

/** What has another shape becomes `null`, which all readers take for nothing: missing could mean something else. */
function kept(shape: Shape, value: unknown): unknown {
  if (shape === 'plain') return isPlain(value) ? value : null;
  if (shape === 'words') return isRecord(value) ? byLanguage(value) : kept('plain', value);
  if (isList(shape)) return Array.isArray(value) ? value.map((item) => kept(shape[0], item)) : null;
  if (!isRecord(value)) return null;
  const keys = Object.keys(shape).filter((key) => Object.hasOwn(value, key));
  return Object.fromEntries(keys.map((key) => [key, kept(shape[key] ?? 'plain', getOwn(value, key))]));
}

function byLanguage(words: Record<string, unknown>): unknown {
  const ofLanguages = Object.entries(words).filter(([tag]) => /^[a-z]{2,3}(-[a-z\d]{1,8})*$/i.test(tag));
  return Object.fromEntries(ofLanguages.map(([tag, text]) => [tag, kept('plain', text)]));
}

const isList = (shape: Shape): shape is readonly [Shape] => Array.isArray(shape);

const isPlain = (value: unknown) => value === null || ['string', 'number', 'boolean'].includes(typeof value);
