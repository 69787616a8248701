import { expect, html, waitUntil } from '@open-wc/testing';
import { LitElement } from 'lit';

import { CredentialRowController, type CredentialForm } from '../../src/controllers/credential-row-controller.js';
import { LocalizeController } from '../../src/controllers/localize-controller.js';
import { credentialMessages } from '../../src/localize/messages/en/credentials.js';
import { later } from '../helpers/later.js';
import { put } from '../helpers/mount.js';
import { part, textOf } from '../helpers/read.js';

class Sample extends LitElement {
  readonly = false;
  userId = 'ada';
  loads: ReturnType<typeof later<CredentialForm>>[] = [];
  readonly localize = new LocalizeController(this, credentialMessages);

  readonly row = new CredentialRowController(this, {
    loadForm: () => {
      const load = later<CredentialForm>();
      this.loads.push(load);
      return load.promise;
    },
    remove: async () => new Event('removed'),
  });

  protected override render() {
    const { localize, userId } = this;
    const value = 'countess';
    return this.row.render({ localize, label: 'Username', userId, value, canEdit: true, isLast: false });
  }
}
customElements.define('credential-row-sample', Sample);

describe('a row whose form is loaded when it opens', () => {
  const form: CredentialForm = {
    render: () =>
      html`<form>
        <label>Username <input /></label>
      </form>`,
    isPending: false,
    reset: () => undefined,
  };

  async function pressed() {
    const sample = put(new Sample());
    await sample.updateComplete;
    part(sample, 'edit').focus();
    part(sample, 'edit').click();
    await waitUntil(() => sample.loads.length === 1, 'It does not load its form.');
    await sample.updateComplete;
    return sample;
  }

  const isOpen = (sample: Sample) => sample.querySelector('form') !== null;

  /** Loading has ended when the button can be pressed again. */
  const settled = (sample: Sample) =>
    waitUntil(() => part(sample, 'edit').ariaDisabled === 'false', 'It is still loading.');

  it('says so on its button, asks once, and has the focus in the form when that is there', async () => {
    const sample = await pressed();
    expect(part(sample, 'edit').ariaDisabled).to.equal('true');
    part(sample, 'edit').click();
    sample.loads[0]!.keep(form);
    await waitUntil(() => isOpen(sample), 'It does not open.');
    await waitUntil(() => document.activeElement?.localName === 'input', 'The focus is not in the form.');
    expect(sample.loads).to.have.lengthOf(1);
  });

  it('says that it could not be loaded, keeps the focus, and opens at the next try', async () => {
    const sample = await pressed();
    sample.loads[0]!.fail(new TypeError('Failed to fetch dynamically imported module'));
    await settled(sample);
    expect(textOf(part(sample, 'error'))).to.equal(
      'We could not reach the server. Check your connection and try again.',
    );
    expect(sample.shadowRoot!.activeElement).to.have.property('ariaLabel', 'Change Username');
    part(sample, 'edit').click();
    await waitUntil(() => sample.loads.length === 2, 'It does not try again.');
    sample.loads[1]!.keep(form);
    await waitUntil(() => isOpen(sample), 'It does not open.');
    expect(textOf(sample)).not.to.include('We could not reach the server.');
  });

  it('does not ask for the form again when it is opened once more', async () => {
    const sample = await pressed();
    sample.loads[0]!.keep(form);
    await waitUntil(() => isOpen(sample), 'It does not open.');
    await sample.row.close();
    part(sample, 'edit').click();
    await waitUntil(() => isOpen(sample), 'It does not open again.');
    expect(sample.loads).to.have.lengthOf(1);
  });

  it('has the browser ask before what was typed is lost, and no longer once the row is closed', async () => {
    const asks = () => !dispatchEvent(new Event('beforeunload', { cancelable: true }));
    const sample = await pressed();
    sample.loads[0]!.keep(form);
    await waitUntil(() => isOpen(sample), 'It does not open.');
    sample.querySelector('input')!.value = 'duchess';
    sample.requestUpdate();
    await sample.updateComplete;
    expect(asks()).to.equal(true);
    await sample.row.close();
    expect(asks()).to.equal(false);
  });

  it('stays closed when another user has come meanwhile', async () => {
    const sample = await pressed();
    sample.userId = 'grace';
    sample.requestUpdate();
    await sample.updateComplete;
    sample.loads[0]!.keep(form);
    await settled(sample);
    expect(isOpen(sample)).to.equal(false);
  });

  it('does not ask whether to remove while the form is on its way', async () => {
    const sample = await pressed();
    part(sample, 'remove').click();
    await sample.updateComplete;
    expect(textOf(sample)).not.to.include('You will no longer be able');
  });
});
