export const jobs: number;

export interface Results {
  passed: number;
  failed: number;
  skipped: number;
  again: string[];
}

export function wordsFor(results: Results): string;
export function sumOf(outputs: string[]): Results;
