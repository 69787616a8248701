import type { Plugin, Rolldown } from 'vite';

export function atOnce(groups: Record<string, RegExp>): {
  plugin: Plugin;
  output: Pick<Rolldown.OutputOptions, 'strictExecutionOrder' | 'codeSplitting'>;
};
