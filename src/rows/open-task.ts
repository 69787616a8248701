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
  if (rows.openKey === row.key) {
    await rows.focus();
    return true;
  }
  const button = rows.places.buttonAt({ key: row.key, part: action.part });
  if (!button?.checkVisibility() || rows.isBusy) return false;
  if (!action.needsPress) return rows.open(row.key, action.part, action.open);
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
