import type { Spread } from './statistics.js';

/** A table in Markdown. */
export function table(head: string[], rows: string[][]): string {
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`;
  const alignments = head.map((_, index) => (index === 0 ? '---' : '--:'));
  return [head, alignments, ...rows].map(line).join('\n');
}

export const kB = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;

export const MB = (bytes: number) => `${(bytes / 1_000_000).toFixed(2)} MB`;

/** The middle of all runs, and the best and the worst of them. */
export const spread = ({ median, min, max }: Spread, text: (value: number) => string) =>
  text(min) === text(max) ? text(median) : `${text(median)} (${text(min)}–${text(max)})`;

export const seconds = (milliseconds: number) => (milliseconds / 1000).toFixed(2);

export const whole = (value: number) => Math.round(value).toString();
