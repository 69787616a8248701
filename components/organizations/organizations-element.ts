import { LitElement } from 'lit';
import { property } from 'lit/decorators.js';

import { AccountError } from '../../src/api/account-error.js';
import {
  answerInvitation,
  leaveOrganization,
  type Invitation,
  type Organization,
} from '../../src/api/organizations.js';
import { AccountController } from '../../src/controllers/account-controller.js';
import { LocalizeController } from '../../src/controllers/localize-controller.js';
import { organizationMessages } from '../../src/localize/messages/en/organizations.js';
import { Question } from '../../src/rows/question.js';
import { rowStyles } from '../../src/rows/row.styles.js';
import { RowsController } from '../../src/rows/rows-controller.js';
import { organizationScopes, organizationsRequirements } from '../../src/settings/element-requirements.js';
import { removing } from '../../src/state/one-by-one.js';
import { baseStyles } from '../../src/styles/base.styles.js';
import { memberships, type Memberships } from './memberships.js';
import { nameOf, organizationRows, type OrganizationMessageKey } from './organization-rows.js';
import { LogtoOrganizationsUpdatedEvent } from './organizations-updated-event.js';

/**
 * The organizations that the user is in, each with the user's roles and a button to leave it, and invitations to others
 * with buttons to accept and to decline. To leave, the user proves who they are.
 *
 * Without `account-api` at the provider it shows what Logto itself says, without buttons, where the user has signed in
 * with the scope `urn:logto:scope:organizations`. Absent where neither is so, or the layer has organizations off.
 *
 * @summary Lists organizations and invitations, and leaves, accepts and declines them.
 *
 * @slot heading - Replaces the heading. Use an `<h1>` to `<h6>`.
 *
 * @event {LogtoOrganizationsUpdatedEvent} logto-organizations-updated - The user joined or left an organization, or declined an invitation.
 *
 * @csspart heading - The heading.
 * @csspart label - The name of an organization.
 * @csspart value - The user's roles in it, or until when the invitation is good.
 * @csspart hint - The roles that come with an invitation.
 * @csspart add - Each button that asks whether to accept an invitation.
 * @csspart primary - The button that accepts an invitation.
 * @csspart remove - Each button that asks whether to leave an organization, or to decline an invitation.
 *
 * @cssstate off - There are no organizations here: the element takes no space.
 * @cssstate read-only - Users cannot leave an organization here, nor answer an invitation.
 */
export class LogtoOrganizations extends LitElement {
  static override styles = [baseStyles, rowStyles];

  /** Hides the buttons. */
  @property({ type: Boolean, reflect: true }) readonly = false;

  readonly #localize = new LocalizeController<OrganizationMessageKey>(this, organizationMessages);
  readonly #account: AccountController = new AccountController(this, {
    ...organizationsRequirements,
    scopes: organizationScopes,
    localize: this.#localize,
    expects: () => 1,
    resources: [memberships],
    isEmpty: () => this.#account.value(memberships) === undefined,
    isReadOnly: () => !this.#memberships.canLeave && !this.#memberships.canReply,
  });
  readonly #rows: RowsController<OrganizationMessageKey> = new RowsController(this, {
    account: this.#account,
    localize: this.#localize,
    heading: () => this.#localize.text('organizations.heading'),
    rows: () =>
      organizationRows({
        ...this.#memberships,
        localize: this.#localize,
        canEdit: !this.readonly,
        leave: this.#askToLeave,
        reply: this.#askToReply,
      }),
  });

  /** Asks whether to accept the first invitation. Gives whether it is asked then: not without an invitation. */
  open(): Promise<boolean> {
    return this.#rows.openTask();
  }

  protected override render() {
    return this.#rows.render();
  }

  get #memberships(): Memberships {
    return this.#account.value(memberships) ?? { organizations: [], invitations: [], canLeave: false, canReply: false };
  }

  readonly #askToLeave = (organization: Organization) => {
    const { name } = organization;
    return new Question(this.#rows, {
      text: () => ({
        question: this.#localize.text('organizations.confirmLeave', { name }),
        confirm: this.#localize.text('organizations.leave'),
        pending: this.#localize.text('organizations.leaving'),
        cancel: this.#localize.text('common.cancel'),
      }),
      run: () => this.#leave(organization),
      said: () => this.#localize.text('organizations.left', { name }),
    });
  };

  readonly #askToReply = (invitation: Invitation, reply: 'accept' | 'decline') => {
    const name = () => nameOf(invitation, this.#localize);
    return new Question(this.#rows, {
      text: () => ({
        question: this.#localize.text(`organizations.${reply}Question`, { name: name() }),
        confirm: this.#localize.text(`organizations.${reply}`),
        pending: this.#localize.text(`organizations.${reply}Pending`),
        cancel: this.#localize.text('common.cancel'),
      }),
      isDanger: () => reply === 'decline',
      run: () => this.#reply(invitation, reply),
      said: () => this.#localize.text(`organizations.${reply}Done`, { name: name() }),
    });
  };

  async #leave({ id }: Organization): Promise<Event> {
    const { person } = this.#account;
    const known = person.resources.get(memberships);
    const isOther = (organization: Organization) => organization.id !== id;
    await person.write(
      'organizations',
      (client, proof) => removing(['entity.not_found'], () => leaveOrganization(client, id, proof)),
      { isDone: async () => (await known.reread())?.organizations.every(isOther) ?? false },
    );
    known.set(known.value && { ...known.value, organizations: known.value.organizations.filter(isOther) });
    return new LogtoOrganizationsUpdatedEvent('removed', 'organization');
  }

  async #reply({ id }: Invitation, reply: 'accept' | 'decline'): Promise<Event> {
    const { person } = this.#account;
    const known = person.resources.get(memberships);
    const isOther = (invitation: Invitation) => invitation.id !== id;
    try {
      await person.write('invitations', (client) => answerInvitation(client, id, reply), {
        isDone: async () => (await known.reread())?.invitations.every(isOther) ?? false,
      });
    } catch (cause) {
      if (AccountError.from(cause).code === 'entity.not_found') await known.refresh(); // it has ended meanwhile
      throw cause;
    }
    known.set(known.value && { ...known.value, invitations: known.value.invitations.filter(isOther) });
    // Only the layer knows with which roles the user is in it now.
    if (reply === 'accept') await known.refresh();
    return reply === 'accept'
      ? new LogtoOrganizationsUpdatedEvent('added', 'organization')
      : new LogtoOrganizationsUpdatedEvent('removed', 'invitation');
  }
}
