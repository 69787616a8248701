import type { ReactiveElement } from 'lit';

import type { OpeningAction, Row } from './row.js';
import type { RowsController } from './rows-controller.js';

/**
 * Does what a user does who presses the button for this task, as soon as the element is loaded. Without a name: for what is
 * not there yet, or else for the first. Gives whether it is open then, or has the focus where it leads away from the page.
 */
export async function openTask(rows: RowsController, task?: string): Promise<boolean> {
  const { host } = rows;
  if (!host.isConnected) return false;
  await host.updateComplete;
  await loaded(host);
  const { row, action } = find(rows.all, task) ?? {};
  if (!row || !action) return false;
  if (rows.current.key === row.key) {
    await rows.current.focus();
    return true;
  }
  const place = { key: row.key, part: action.part };
  const button = rows.places.buttonAt(place);
  if (!button?.checkVisibility() || rows.current.isBusy) return false;
  if (!action.needsPress) return rows.current.open(place, action.open);
  button.focus();
  return true;
}

function find(rows: readonly Row[], task: string | undefined): { row: Row; action: OpeningAction } | undefined {
  const all = rows.flatMap((row) => row.actions.filter(isTask).map((action) => ({ row, action })));
  if (task !== undefined) return all.find(({ action }) => action.task === task);
  return all.find(({ row }) => row.isUnset) ?? all[0];
}

const isTask = (action: Row['actions'][number]): action is OpeningAction =>
  action.task !== undefined && !action.isDisabled;

/** Also ends when the element is taken out of the page. */
const loaded = (host: ReactiveElement) =>
  new Promise<void>((resolve) => {
    const look = () => {
      if (host.isConnected && host.matches(':state(loading)')) return;
      host.removeController(waiting);
      resolve();
    };
    const waiting = { hostUpdated: look, hostDisconnected: look };
    host.addController(waiting);
    look();
  });
