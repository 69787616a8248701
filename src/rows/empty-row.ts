import type { Row } from './row.js';

/** Stands in a list that has nothing to show, and looks like the rows that could. */
export const emptyRow = (label: string, icon: string, value: string): Row => ({
  key: 'none',
  label,
  icon,
  value,
  isUnset: true,
  actions: [],
});
