import { expect } from '@open-wc/testing';
import { html, LitElement } from 'lit';
import { sendKeys } from '@web/test-runner-commands';

import { AccountController } from '../../src/controllers/account-controller.js';
import { LocalizeController } from '../../src/controllers/localize-controller.js';
import { textField, textIn } from '../../src/forms/fields.js';
import { FormPanel } from '../../src/rows/form-panel.js';
import { Question } from '../../src/rows/question.js';
import type { Opened, Row } from '../../src/rows/row.js';
import { RowsController } from '../../src/rows/rows-controller.js';
import { deferred } from '../helpers/deferred.js';
import { asksBeforeLeaving } from '../helpers/leaving.js';
import { mount, whenRendered } from '../helpers/mount.js';
import { button, namesOf, part, parts, textOf } from '../helpers/read.js';
import { focused, isRowOpen, rowOf } from '../helpers/rows.js';
import { waitUntil } from '../helpers/wait-until.js';

const charles = 'char1791babb';

class NoteForm extends FormPanel<'common.save'> {
  saving = deferred<Event | undefined>();
  saved: string[] = [];
  #isMissing = false;

  protected override renderFields() {
    return textField({
      id: this.id,
      label: 'Note',
      name: 'note',
      type: 'text',
      autocomplete: 'off',
      value: 'old',
      problem: this.#isMissing ? this.rows.localize.text('common.notSet') : undefined,
      onInput: () => this.startAnew(),
    });
  }

  protected override read(form: HTMLFormElement) {
    const text = textIn(form, 'note');
    this.#isMissing = text === '';
    return text || undefined;
  }

  protected override save(text: string) {
    this.saved.push(text);
    return this.saving.promise;
  }

  protected override said() {
    return this.rows.localize.text('common.saved', { field: 'Note' });
  }
}

class Sample extends LitElement {
  readonly = false;
  keys = ['one', 'two'];
  loads: ReturnType<typeof deferred<Opened>>[] = [];
  removing = deferred<Event>();
  form: NoteForm | undefined;
  readonly localize = new LocalizeController(this);
  readonly account = new AccountController(this, { fields: ['username'], scopes: [], localize: this.localize });
  readonly rows: RowsController = new RowsController(this, {
    account: this.account,
    localize: this.localize,
    heading: () => 'Notes',
    rows: () => this.keys.map((key) => this.#row(key)),
  });

  protected override render() {
    return this.rows.render();
  }

  #row(key: string): Row {
    const action = (partName: string, open: () => Opened | Promise<Opened>) => ({
      part: partName,
      text: partName,
      label: `${partName} ${key}`,
      open,
    });
    return {
      key,
      label: key,
      value: `Value of ${key}`,
      actions: [
        action('edit', () => (this.form = new NoteForm(this.rows))),
        action('remove', () => this.#question(key)),
        action('show', () => {
          const load = deferred<Opened>();
          this.loads.push(load);
          return load.promise;
        }),
      ],
    };
  }

  #question(key: string) {
    return new Question(this.rows, {
      text: () => ({
        question: `Remove ${key}?`,
        confirm: 'Yes, remove',
        pending: 'Removing…',
        cancel: this.localize.text('common.keep'),
      }),
      run: () => this.removing.promise,
      said: () => this.localize.text('common.saved', { field: key }),
    });
  }
}
customElements.define('rows-sample', Sample);

async function openRows() {
  const sample = document.createElement('rows-sample') as Sample;
  const page = await mount(html`<button>Elsewhere</button>${sample}`);
  return { ...page, sample };
}

async function press(sample: Sample, name: string) {
  const target = button(sample, name);
  target.focus();
  target.click();
  await whenRendered(sample);
  await sample.updateComplete;
}

const input = (sample: Sample) => sample.querySelector('input')!;

async function type(sample: Sample, text: string) {
  input(sample).value = text;
  input(sample).dispatchEvent(new Event('input', { bubbles: true }));
  await sample.updateComplete;
}

const submit = async (sample: Sample) => {
  input(sample).form!.requestSubmit();
  await sample.updateComplete;
};

describe('a row that is opened', () => {
  it('focuses the first input of its light DOM form', async () => {
    const { sample } = await openRows();
    await press(sample, 'edit one');
    expect(document.activeElement).to.equal(input(sample));
    expect(input(sample).closest('.logto-form')!.parentElement).to.equal(sample);
    await expect(sample).to.be.accessible();
  });

  it('focuses the button of a question that changes nothing', async () => {
    const { sample } = await openRows();
    await press(sample, 'remove one');
    expect(focused(sample)).to.equal(button(sample, 'Keep'));
    await expect(sample).to.be.accessible();
  });

  it('closes any other row', async () => {
    const { sample } = await openRows();
    await press(sample, 'remove one');
    await press(sample, 'edit two');
    expect(textOf(rowOf(sample, 'one'))).to.contain('Value of one');
    expect(parts(sample, 'form')).to.have.lengthOf(1);
  });

  it('stays open with unsaved input when another row is clicked, and takes the focus', async () => {
    const { sample } = await openRows();
    await press(sample, 'edit one');
    await type(sample, 'new');
    await press(sample, 'remove two');
    expect(document.activeElement).to.equal(input(sample));
    expect(input(sample).value).to.equal('new');
    expect(textOf(sample)).not.to.contain('Remove two?');
  });

  it('asks before the page is left with unsaved input, and no longer after it is closed', async () => {
    const { sample } = await openRows();
    await press(sample, 'edit one');
    expect(asksBeforeLeaving()).to.equal(false);
    await type(sample, 'new');
    expect(asksBeforeLeaving()).to.equal(true);
    await press(sample, 'Cancel');
    expect(asksBeforeLeaving()).to.equal(false);
  });

  it('blocks other rows while it is loading, and loads once', async () => {
    const { sample } = await openRows();
    await press(sample, 'show one');
    expect(button(sample, 'show one').ariaDisabled).to.equal('true');
    await press(sample, 'show one');
    await press(sample, 'edit two');
    expect([sample.loads.length, isRowOpen(sample)]).to.deep.equal([1, false]);
    sample.loads[0]!.resolve(undefined);
    await waitUntil(() => button(sample, 'show one').ariaDisabled === 'false');
  });

  it('shows a load error in place, keeps the focus, and retries', async () => {
    const { sample } = await openRows();
    await press(sample, 'show two');
    sample.loads[0]!.reject(new TypeError('Failed to fetch dynamically imported module'));
    await waitUntil(() => parts(sample, 'error').length > 0);
    expect(rowOf(sample, 'two').contains(part(sample, 'error'))).to.equal(true);
    expect(focused(sample)).to.equal(button(sample, 'show two'));
    await press(sample, 'show two');
    expect(parts(sample, 'error')).to.have.lengthOf(0);
  });

  it('shows a load error below the list if the row has disappeared', async () => {
    const { sample } = await openRows();
    await press(sample, 'show two');
    sample.keys = ['one'];
    sample.loads[0]!.reject(new TypeError('Failed to fetch dynamically imported module'));
    await waitUntil(() => parts(sample, 'error').length > 0);
    expect(part(sample, 'list').contains(part(sample, 'error'))).to.equal(false);
    expect(focused(sample)).to.equal(part(sample, 'list'));
  });
});

describe('a row that is closed', () => {
  it('announces what was saved, and returns the focus to its button', async () => {
    const { sample } = await openRows();
    await press(sample, 'edit two');
    await type(sample, 'new');
    await submit(sample);
    sample.form!.saving.resolve(new Event('saved'));
    await waitUntil(() => !isRowOpen(sample));
    await sample.updateComplete;
    expect(sample.form!.saved).to.deep.equal(['new']);
    expect(textOf(part(sample, 'status'))).to.equal('Note saved.');
    expect(focused(sample)).to.equal(button(sample, 'edit two'));
    expect(sample.querySelector('.logto-form')).to.equal(null);
  });

  for (const [what, name, opener] of [
    ['a form', 'edit one', 'edit one'],
    ['a question', 'remove one', 'remove one'],
  ] as const)
    it(`closes on Escape and returns the focus to its button: ${what}`, async () => {
      const { sample } = await openRows();
      await press(sample, name);
      await sendKeys({ press: 'Escape' });
      await waitUntil(() => !isRowOpen(sample));
      await sample.updateComplete;
      expect(focused(sample)).to.equal(button(sample, opener));
    });

  it('stays open on Escape while the user composes a character', async () => {
    const { sample } = await openRows();
    await press(sample, 'edit one');
    const event = new KeyboardEvent('keydown', { key: 'Escape', isComposing: true, bubbles: true, composed: true });
    input(sample).dispatchEvent(event);
    await sample.updateComplete;
    expect(isRowOpen(sample)).to.equal(true);
  });

  it('stays open on Escape while a request is running', async () => {
    const { sample } = await openRows();
    await press(sample, 'edit one');
    await type(sample, 'new');
    await submit(sample);
    await sendKeys({ press: 'Escape' });
    button(sample, 'Cancel').click();
    await sample.updateComplete;
    expect(isRowOpen(sample)).to.equal(true);
    await submit(sample);
    expect(sample.form!.saved).to.deep.equal(['new']);
  });

  it('moves the focus to the list if its button has disappeared', async () => {
    const { sample } = await openRows();
    await press(sample, 'remove two');
    await press(sample, 'Yes, remove');
    sample.keys = ['one'];
    sample.removing.resolve(new Event('removed'));
    await waitUntil(() => textOf(part(sample, 'status')) === 'two saved.');
    await sample.updateComplete;
    expect(focused(sample)).to.equal(part(sample, 'list'));
  });

  it('moves the focus to the list if the row itself disappears', async () => {
    const { sample } = await openRows();
    await press(sample, 'edit two');
    sample.keys = ['one'];
    sample.requestUpdate();
    await sample.updateComplete;
    expect(focused(sample)).to.equal(part(sample, 'list'));
    expect(sample.querySelector('.logto-form')).to.equal(null);
  });

  it('moves the focus to the list if it became read-only', async () => {
    const { sample } = await openRows();
    await press(sample, 'edit two');
    sample.readonly = true;
    sample.requestUpdate();
    await sample.updateComplete;
    expect(isRowOpen(sample)).to.equal(false);
    expect(focused(sample)).to.equal(part(sample, 'list'));
  });

  it('repeats its announcement in a new language', async () => {
    const { sample, provider } = await openRows();
    await press(sample, 'edit two');
    await type(sample, '');
    await submit(sample);
    provider.lang = 'de';
    await waitUntil(() => namesOf(sample, 'button').includes('Speichern'), 'It does not speak German.');
    expect(textOf(sample)).to.contain('Keine Angabe');
    await type(sample, 'neu');
    await submit(sample);
    sample.form!.saving.resolve(new Event('saved'));
    await waitUntil(() => textOf(part(sample, 'status')) !== '');
    const german = textOf(part(sample, 'status'));
    provider.lang = 'en';
    await waitUntil(() => textOf(part(sample, 'status')) === 'Note saved.');
    expect(german).not.to.equal('Note saved.');
  });
});

describe('a form that is rejected', () => {
  it('focuses the invalid input', async () => {
    const { sample } = await openRows();
    await press(sample, 'edit one');
    await type(sample, '');
    button(sample, 'Save').focus();
    await submit(sample);
    await sample.updateComplete;
    expect(document.activeElement).to.equal(input(sample));
    expect(sample.form!.saved).to.deep.equal([]);
  });

  it('keeps the input, shows the reason, and removes it on the next input', async () => {
    const { sample } = await openRows();
    await press(sample, 'edit one');
    await type(sample, 'new');
    await submit(sample);
    sample.form!.saving.reject(new TypeError('Failed to fetch'));
    await waitUntil(() => sample.querySelector('.logto-form .error'));
    expect(input(sample).value).to.equal('new');
    await expect(sample).to.be.accessible();
    await type(sample, 'newer');
    expect(sample.querySelector('.logto-form .error')).to.equal(null);
  });
});

describe('an open row when another user signs in', () => {
  it('closes, and a pending panel of the first user does not open', async () => {
    const { sample, provider, logto } = await openRows();
    await press(sample, 'show one');
    const token = logto.issueToken(charles);
    provider.getAccessToken = () => token;
    void provider.refresh();
    await waitUntil(() => sample.account.ready?.account.id === charles, 'Nobody else has come.');
    sample.loads[0]!.resolve(new NoteForm(sample.rows));
    await sample.updateComplete;
    await sample.updateComplete;
    expect(isRowOpen(sample)).to.equal(false);
    expect(sample.querySelector('.logto-form')).to.equal(null);
  });
});
