import { applicationFindings } from './application-findings.js';
import { connectionFindings } from './connection-findings.js';
import { managementFindings } from './management-findings.js';
import type { Explained, Kind } from './kind.js';
import { settingsFindings } from './settings-findings.js';

/** Every finding there is, by its code. */
const kinds = { ...connectionFindings, ...settingsFindings, ...applicationFindings, ...managementFindings };

type FindingCode = keyof typeof kinds;

/** One thing that is so at a tenant: a code, and the values that go with it. */
export type Finding = { [Code in FindingCode]: { code: Code; details: DetailsOf<Code> } }[FindingCode];

type DetailsOf<Code extends FindingCode> = Parameters<(typeof kinds)[Code]['explain']>[0];

/** Makes one. */
export function finding<Code extends FindingCode>(code: Code, details: DetailsOf<Code>): Finding {
  return { code, details } as Finding;
}

/** How much it matters, and in words: what is so, what people see of it in the page, and what to do. */
export function explain({ code, details }: Finding): Explained {
  const { level, explain } = kinds[code] as Kind<unknown>;
  return { level, ...explain(details) };
}
