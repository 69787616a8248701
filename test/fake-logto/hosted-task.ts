import type { Visitor } from './hosted-visitor.js';
import { escapeHtml, page } from './html-page.js';

/** What one of Logto's own pages is for. */
export interface Task {
  title: string;
  /** The text of the button. */
  action: string;
  /** Where the page is, for another try. */
  address: string;
  /** Where the browser goes in the end: just there, with nothing appended. */
  redirect: string;
  /** What the button does, where the browser has to take part. It finds everything it needs in `#task`. */
  script?: string;
  /** What the button does otherwise; gives the address to go on to. */
  run?: (visitor: Visitor) => Promise<string>;
  /** Does not wait for the button. */
  isUnderWay?: boolean;
}

/** @param problem Why it did not work. */
export function taskPage(task: Task, { user, token, permission }: Visitor, problem = ''): string {
  const { title, action, address, redirect, script } = task;
  return page(
    title,
    `<h1>${escapeHtml(title)}</h1>
    <p>For <strong>${escapeHtml(user.username ?? user.primaryEmail ?? user.id)}</strong>.</p>
    <p role="alert">${escapeHtml(problem)}</p>
    <form class="actions" method="post" action="${escapeHtml(address)}">
      <button>${escapeHtml(action)}</button> <a href="${escapeHtml(redirect)}">Back</a>
    </form>
    <p class="note">This is a stand-in for a Logto tenant, running on your computer only.</p>
    ${script ? `<script id="task" type="application/json">${asJson({ token, permission, redirect })}</script>` : ''}
    ${script ? `<script>${script}</script>` : ''}`,
  );
}

/** JSON that does not close the script around it. */
const asJson = (value: object) => JSON.stringify(value).replaceAll('<', '\\u003c');
