import { keyed } from 'lit/directives/keyed.js';

/**
 * A text in the page itself that changes while it is there. Programs that translate pages put its nodes elsewhere, where a
 * change would not be seen: another text gets another node.
 */
export const changing = (text: unknown): unknown => keyed(text, text);
