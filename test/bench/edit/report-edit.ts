import { table } from '../tools/tables.js';
import type { World } from '../tools/world.js';
import { measureEdit, type Edit } from './measure-edit.js';

/** One field that nothing else shows, and one that `<logto-sign-in>` shows, too. */
export async function reportEdit(world: World): Promise<string> {
  const edits = [await measureEdit(world, 'Nickname', 'Countess'), await measureEdit(world, 'Name', 'Ada King')];
  const tags = Object.keys(edits[0]?.renders ?? {});
  const rows = tags.map((tag) => [tag, ...edits.map((edit) => cell(edit, tag))]);
  const asked = edits.map(({ field, requests }) => `${field}: ${requests.map((each) => `\`${each}\``).join(', ')}`);
  return `${table(['', ...edits.map(({ field }) => field)], rows)}

How often each element rendered, and how many nodes changed by that. Requests: ${asked.join('; ')}.`;
}

const cell = ({ renders, changes }: Edit, tag: string) => `${renders[tag]}; ${changes[tag]}`;
