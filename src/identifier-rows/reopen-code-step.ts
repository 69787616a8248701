import { ReturnController } from '../controllers/return-controller.js';
import type { CredentialMessageKey } from '../localize/localizer.js';
import type { PendingRedirect } from '../redirect/pending-redirect.js';
import { codeTask } from '../redirect/tasks.js';
import type { RowsController } from '../rows/rows-controller.js';
import type { Identifier } from './identifier-row.js';
import { sentCodeIn } from '../verification/sent-code.js';

/** Opens the row at its code as soon as it is to be seen, unless the code is of no use any more. */
export function reopenCodeStep(rows: RowsController<CredentialMessageKey>, identifier: Identifier): void {
  const { account, host } = rows;
  const { type, accountKey, loadForm } = identifier;
  const back = (pending: PendingRedirect) => {
    const sent = sentCodeIn(pending);
    const isBound = sent?.value === account.ready?.account[accountKey];
    if (!sent || isBound || account.accessTo(type) !== 'Edit') return;
    void rows.current.open({ key: 'value', part: 'edit' }, () => loadForm({ ...sent, expiresAt: pending.expiresAt }));
  };
  new ReturnController(host, { task: codeTask(type), account, back });
  host.requestUpdate();
}
