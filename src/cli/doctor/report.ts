import { explain, type Finding } from '../../findings/finding.js';
import type { FindingLevel } from '../../findings/kind.js';
import type { Page } from './page.js';
import type { ToPaste } from './paste.js';

interface Report {
  page: Page;
  findings: Finding[];
  paste: ToPaste;
}

/** For other programs. Codes stay; words may change with any version. */
export function asJson({ page, findings, paste }: Report): string {
  const all = findings.map((each) => ({ ...each, ...explain(each) }));
  return `${JSON.stringify({ ...page, findings: all, paste }, undefined, 2)}\n`;
}

const headings: [level: FindingLevel, heading: string][] = [
  ['broken', 'Broken'],
  ['unknown', 'Not looked at'],
  ['note', 'Worth knowing'],
  ['fine', 'Fine'],
];

/** For people: what matters most comes first. */
export function asText({ page, findings, paste }: Report): string {
  const explained = findings.map((each) => ({ code: each.code, ...explain(each) }));
  const sections = headings.flatMap(([level, heading]) => {
    const those = explained.filter((each) => each.level === level);
    if (those.length === 0) return [];
    const lines = those.flatMap(({ code, what, seen, todo }) =>
      level === 'fine'
        ? [`  ${what} ${seen}`, ...(todo.startsWith('Nothing') ? [] : [`    To do: ${todo}`])]
        : [`  ${what} (${code})`, `    People see: ${seen}`, `    To do: ${todo}`],
    );
    return [[heading, ...lines].join('\n')];
  });
  return `${[
    `Logto at ${page.endpoint}, application ${page.appId}, pages of ${page.origin}, back to ${page.redirectUri}`,
    ...sections,
    `To paste into the page\n${indented(paste.markup)}`,
    `To send with it as header, with the hosts of your users’ pictures added to img-src\n  Content-Security-Policy: ${paste.policy}`,
    tally(explained),
  ].join('\n\n')}\n`;
}

const indented = (text: string) => text.replace(/^/gm, '  ');

function tally(explained: { level: FindingLevel }[]): string {
  const count = (level: FindingLevel) => explained.filter((each) => each.level === level).length;
  return `${count('broken')} broken, ${count('unknown')} not looked at, ${count('note')} worth knowing, ${count('fine')} fine.`;
}
