import type { Row } from './row.js';

/** Stands in a list that has nothing to show, and says so beside the icon of what would be there. */
export const emptyRow = (icon: string, sentence: string): Row => ({
  key: 'none',
  label: sentence,
  icon,
  value: '',
  actions: [],
});
