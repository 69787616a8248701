import { explain } from '../../findings/finding.js';
import type { Command } from '../command.js';
import { credentialsIn } from '../management/credentials.js';
import { pageOf, pageOptions } from '../page-options.js';
import { diagnose } from './diagnose.js';
import { toPaste } from './paste.js';
import { asJson, asText } from './report.js';
import { doctorUsage } from './usage.js';

const options = { ...pageOptions, json: { type: 'boolean' } } as const;

/** Says what will work at a page and what will not. */
export const doctorCommand: Command<typeof options> = {
  usage: doctorUsage,
  options,
  async run(values, { out, environment }) {
    const page = pageOf(values);
    const { findings, settings } = await diagnose(page, credentialsIn(environment, page.endpoint));
    const paste = toPaste(page, settings, values['redirect-uri'] !== undefined);
    out((values.json ? asJson : asText)({ page, findings, paste }));
    const levels = findings.map((each) => explain(each).level);
    if (levels.includes('broken')) return 1;
    return levels.includes('unknown') ? 2 : 0;
  },
};
