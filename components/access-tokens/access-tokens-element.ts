import { LitElement } from 'lit';
import { property } from 'lit/decorators.js';

import { deletePersonalAccessToken, type PersonalAccessToken } from '../../src/api/account-layer.js';
import { AccountController } from '../../src/controllers/account-controller.js';
import { LocalizeController } from '../../src/controllers/localize-controller.js';
import { accessTokenMessages } from '../../src/localize/messages/en/access-tokens.js';
import { credentialMessages } from '../../src/localize/messages/en/credentials.js';
import { Question } from '../../src/rows/question.js';
import { rowStyles } from '../../src/rows/row.styles.js';
import { RowsController } from '../../src/rows/rows-controller.js';
import { accessTokensRequirements } from '../../src/settings/element-requirements.js';
import { accessTokens, capabilities } from '../../src/state/account-layer.js';
import { loadModule } from '../../src/load-module.js';
import { removing } from '../../src/state/one-by-one.js';
import { baseStyles } from '../../src/styles/base.styles.js';
import { LogtoAccessTokensUpdatedEvent } from './access-tokens-updated-event.js';
import type { TokenMessageKey } from './token-form.js';
import { tokenRows } from './token-rows.js';
import { tokenStyles } from './token.styles.js';

/**
 * The user's personal access tokens, each with when it was created and when it ends, with buttons to create,
 * rename and delete one. A new token is shown once, and never again. To create or delete one, the user proves who they are.
 *
 * Absent where the provider has no `account-api`, or personal access tokens are off there. Its form stands in the page
 * itself, in an element of class `logto-form`, while it is open.
 *
 * @summary Lists, creates, renames and deletes personal access tokens.
 *
 * @slot heading - Replaces the heading. Use an `<h1>` to `<h6>`.
 *
 * @event {LogtoAccessTokensUpdatedEvent} logto-access-tokens-updated - A token was created, renamed or deleted.
 * @event {LogtoAccessChangedEvent} logto-access-changed - Whether there is something to see here became known, or changed.
 * @event {LogtoErrorEvent} logto-error - Loading or changing something failed. The element already shows why.
 *
 * @csspart heading - The heading.
 * @csspart list - The list of rows.
 * @csspart row - Each row.
 * @csspart label - The name of a token.
 * @csspart value - When it was created and when it ends.
 * @csspart actions - The place of the buttons of a row.
 * @csspart add - The button that opens the form for a new token.
 * @csspart rename - Each button that opens the form for another name.
 * @csspart remove - Each button that asks whether to delete a token.
 * @csspart form - The place of what is open in a row.
 * @csspart token - A new token.
 * @csspart copy - The button that copies it.
 * @csspart done - The button that says it is saved.
 * @csspart primary - The same button, as the one to press.
 * @csspart hint - Whether copying worked.
 * @csspart confirm - The button that deletes.
 * @csspart danger - The same button, as one to think about.
 * @csspart cancel - The button that leaves everything as it is.
 * @csspart status - What was done last.
 * @csspart notice - Why there is nothing to see: signed out, or not available here.
 * @csspart loading - The placeholder while the tokens are on their way.
 * @csspart error - Why loading failed, or an action.
 * @csspart retry - The button that tries again.
 *
 * @cssstate loading - The tokens are on their way.
 * @cssstate signed-out - No one is signed in.
 * @cssstate failed - The tokens could not be loaded, or are not available here.
 * @cssstate off - There are no access tokens here: the element takes no space.
 * @cssstate read-only - No token can be changed here.
 * @cssstate edit - Tokens can be created, renamed and deleted here.
 */
export class LogtoAccessTokens extends LitElement {
  static override styles = [baseStyles, rowStyles, tokenStyles];

  /** Hides the buttons. */
  @property({ type: Boolean, reflect: true }) readonly = false;

  readonly #localize = new LocalizeController<TokenMessageKey>(this, { ...credentialMessages, ...accessTokenMessages });
  readonly #account: AccountController = new AccountController(this, {
    ...accessTokensRequirements,
    localize: this.#localize,
    expects: () => 1,
    resources: [capabilities, accessTokens],
    isEmpty: () => this.#account.value(accessTokens) === undefined,
  });
  readonly #rows: RowsController<TokenMessageKey> = new RowsController(this, {
    account: this.#account,
    localize: this.#localize,
    heading: () => this.#localize.text('accessTokens.heading'),
    rows: () =>
      tokenRows({
        localize: this.#localize,
        tokens: this.#tokens,
        canEdit: !this.readonly,
        add: this.#create,
        rename: this.#rename,
        remove: this.#askToDelete,
      }),
  });

  /** Opens the form for a new token. Gives whether it is open then: not where nothing may be changed. */
  open(): Promise<boolean> {
    return this.#rows.openTask();
  }

  protected override render() {
    return this.#rows.render();
  }

  get #tokens(): readonly PersonalAccessToken[] {
    return this.#account.value(accessTokens) ?? [];
  }

  readonly #create = async () => {
    const { CreateTokenForm } = await loadModule(() => import('./create-token-form.js'));
    const maxDays = this.#account.value(capabilities)?.personalAccessTokens?.maxDays ?? null;
    return new CreateTokenForm(this.#rows, maxDays);
  };

  readonly #rename = async (token: PersonalAccessToken) => {
    const { RenameTokenForm } = await loadModule(() => import('./rename-token-form.js'));
    return new RenameTokenForm(this.#rows, token);
  };

  readonly #askToDelete = ({ name }: PersonalAccessToken) =>
    new Question(this.#rows, {
      text: () => ({
        question: this.#localize.text('accessTokens.confirm', { name }),
        confirm: this.#localize.text('accessTokens.delete'),
        pending: this.#localize.text('accessTokens.deleting'),
        cancel: this.#localize.text('common.keep'),
      }),
      run: () => this.#delete(name),
      said: () => this.#localize.text('accessTokens.deleted', { name }),
    });

  async #delete(name: string): Promise<Event> {
    const { person } = this.#account;
    const tokens = person.resources.get(accessTokens);
    await person.write(
      'personalAccessTokens',
      (client, proof) => removing(['entity.not_found'], () => deletePersonalAccessToken(client, name, proof)),
      { isDone: async () => !(await tokens.reread())?.some((token) => token.name === name) },
    );
    tokens.set(tokens.value?.filter((token) => token.name !== name));
    return new LogtoAccessTokensUpdatedEvent('removed');
  }
}
