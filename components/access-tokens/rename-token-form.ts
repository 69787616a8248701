import { AccountError } from '../../src/api/account-error.js';
import { renamePersonalAccessToken, type PersonalAccessToken } from '../../src/api/account-layer.js';
import type { RowsController } from '../../src/rows/rows-controller.js';
import { accessTokens } from '../../src/state/account-layer.js';
import { LogtoAccessTokensUpdatedEvent } from './access-tokens-updated-event.js';
import { TokenForm, type TokenMessageKey } from './token-form.js';
import { keyOf } from './token-rows.js';

/** Gives a token another name. What it may do, and for how long, stays. */
export class RenameTokenForm extends TokenForm<string> {
  #saved: string | undefined;

  constructor(
    rows: RowsController<TokenMessageKey>,
    private readonly token: PersonalAccessToken,
  ) {
    super(rows);
  }

  protected override renderFields() {
    return this.renderName(this.token.name);
  }

  protected override read(form: HTMLFormElement) {
    return this.readName(form);
  }

  protected override async save(name: string) {
    if (name === this.token.name) return undefined;
    await this.person.write('personalAccessTokenName', (client) => this.#rename(client, name), {
      isDone: async () => Boolean((await this.#tokens.reread())?.some((token) => this.#isThis(token, name))),
    });
    this.#saved = name;
    this.#tokens.set(
      this.#tokens.value?.map((token) => (this.#isThis(token, this.token.name) ? { ...token, name } : token)),
    );
    return new LogtoAccessTokensUpdatedEvent('changed');
  }

  protected override said() {
    return this.rows.localize.text('common.saved', { field: this.#saved ?? '' });
  }

  /** The row goes by the name, so it is another one now. */
  protected override async done() {
    await super.done();
    const name = this.#saved;
    if (name === undefined || this.rows.account.signal.aborted) return;
    await this.rows.announce(() => this.said(), { key: keyOf(name), part: 'rename' });
  }

  async #rename(client: Parameters<typeof renamePersonalAccessToken>[0], name: string) {
    try {
      await renamePersonalAccessToken(client, this.token.name, name);
    } catch (cause) {
      if (AccountError.from(cause).code === 'entity.not_found') await this.#tokens.refresh();
      throw cause;
    }
  }

  /** Two tokens may have been created at the same time, and none have the same name. */
  #isThis({ name, createdAt }: PersonalAccessToken, called: string) {
    return name === called && createdAt === this.token.createdAt;
  }

  get #tokens() {
    return this.person.resources.get(accessTokens);
  }
}
