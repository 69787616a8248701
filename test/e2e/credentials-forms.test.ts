import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import type { ElementHandle } from 'puppeteer-core';

import { FakeLogto } from '../fake-logto/fake-logto.js';
import { startStage, type Stage, type Visit } from './harness.js';
import { addStyle } from './strict-csp.js';

const password = 'Walnut-Lamp!73';
const dialog = 'Confirm it’s you';
let stage: Stage;

before(async () => {
  stage = await startStage();
});

after(() => stage.close());

async function confirm({ screen }: Visit): Promise<void> {
  await screen.find('dialog', dialog);
  await screen.fill('Password', password);
  await screen.click('button', 'Confirm');
}

/** The inputs in the light DOM as a password manager sees them. */
function fieldsOf({ page }: Visit): Promise<Record<string, unknown>[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('logto-account-provider :is(input, select)')].map((element) => {
      const { form, name, autocomplete, type, labels, inputMode } = element as HTMLInputElement;
      return {
        label: labels?.[0]?.textContent?.trim() ?? '',
        name,
        autocomplete,
        type,
        ...(inputMode && { inputMode }),
        isInForm: form?.isConnected === true && form.querySelector('button[type="submit"]') !== null,
      };
    }),
  );
}

const companion = { label: '', name: 'username', autocomplete: 'username', type: 'text', isInForm: true };

/** Holds every change back for a moment, so that there is time for a second click. */
function beSlow({ logto }: Visit): void {
  logto.intercept(async ({ method }) => {
    if (method !== 'GET') await new Promise((resolve) => setTimeout(resolve, 200));
    return undefined;
  });
}

const clickTwice = async (button: Promise<ElementHandle>) => (await button).click({ count: 2 });

test('a password manager finds every field in a form, with label, name and autocomplete', () =>
  stage.visit(async (visit) => {
    await visit.enter();
    const { screen, codeFor } = visit;
    assert.deepEqual(await fieldsOf(visit), []);

    await screen.click('button', 'Change Username');
    await screen.find('textbox', 'Username');
    assert.deepEqual(await fieldsOf(visit), [
      { label: 'Username', name: 'username', autocomplete: 'username', type: 'text', isInForm: true },
    ]);
    await screen.click('button', 'Cancel');

    await screen.click('button', 'Change Phone');
    await screen.find('combobox', 'Country or region');
    assert.deepEqual(await fieldsOf(visit), [
      {
        label: 'Country or region',
        name: 'country',
        autocomplete: 'country',
        type: 'select-one',
        isInForm: true,
      },
      {
        label: 'New phone number',
        name: 'phone',
        autocomplete: 'tel',
        type: 'tel',
        inputMode: 'tel',
        isInForm: true,
      },
    ]);
    await screen.click('button', 'Cancel');

    await screen.click('button', 'Change Password');
    await screen.find('textbox', 'New password');
    assert.deepEqual(await fieldsOf(visit), [
      companion,
      { label: 'New password', name: 'new-password', autocomplete: 'new-password', type: 'password', isInForm: true },
    ]);
    await screen.click('button', 'Cancel');

    await screen.click('button', 'Change Email');
    await screen.fill('New email address', 'countess@example.com');
    const email = {
      label: 'New email address',
      name: 'email',
      autocomplete: 'email',
      type: 'email',
      inputMode: 'email',
      isInForm: true,
    };
    assert.deepEqual(await fieldsOf(visit), [email]);
    await screen.click('button', 'Continue');
    await screen.find('dialog', dialog);
    const inDialog = (await fieldsOf(visit)).filter(({ name }) => name !== 'email');
    assert.deepEqual(inDialog, [
      companion,
      { label: 'Password', name: 'password', autocomplete: 'current-password', type: 'password', isInForm: true },
    ]);
    assert.equal(await visit.page.$eval('.logto-dialog input', ({ value }) => value), 'ada', 'whose password it is');
    await confirm(visit);
    await screen.find('textbox', 'Code');
    assert.deepEqual(await fieldsOf(visit), [
      {
        label: 'Code',
        name: 'code',
        autocomplete: 'one-time-code',
        type: 'text',
        inputMode: 'numeric',
        isInForm: true,
      },
    ]);
    await screen.fill('Code', await codeFor('countess@example.com'));
    await screen.click('button', 'Save');
    await screen.see('Email saved.');
    assert.deepEqual(await fieldsOf(visit), []);
  }));

test('styles of the page override those of the forms without higher specificity', () =>
  stage.visit(async (visit) => {
    await visit.enter();
    const { screen, page } = visit;
    await addStyle({ page }, '.logto-form input { border-radius: 3px } .logto-dialog { padding: 7px }');
    await screen.click('button', 'Change Password');
    const field = await screen.find('textbox', 'New password');
    assert.equal(await field.evaluate((element) => getComputedStyle(element).borderRadius), '3px');
    await screen.fill('New password', 'Copper+Tide&58');
    await screen.click('button', 'Save');
    const shown = await screen.find('dialog', dialog);
    assert.equal(await shown.evaluate((element) => getComputedStyle(element).paddingTop), '7px');
  }));

test('a password can be shown and hidden again', () =>
  stage.visit(async (visit) => {
    await visit.enter();
    const { screen, page } = visit;
    await screen.click('button', 'Change Password');
    await screen.fill('New password', 'Copper+Tide&58');
    const type = () => page.$eval('input[name="new-password"]', (input) => input.type);
    await screen.click('button', 'Show password');
    assert.equal(await type(), 'text');
    await screen.click('button', 'Show password');
    assert.equal(await type(), 'password');
  }));

test('with the keyboard alone, an email address is changed, and the focus follows the user', () =>
  stage.visit(async (visit) => {
    await visit.enter();
    const { screen, page, logto, codeFor } = visit;
    const { keyboard } = page;
    await screen.tabTo('Change Email');
    await keyboard.press('Enter');
    await screen.focusOn('New email address');
    await keyboard.type('countess@example.com');
    await keyboard.press('Enter');

    await screen.find('dialog', dialog);
    await screen.focusOn('Password');
    await screen.tabTo('Use another way');
    await keyboard.press('Tab');
    assert.notEqual(await screen.focused(), 'Sign out', 'the page behind the dialog cannot be reached');
    await screen.tabTo('Use another way');
    await keyboard.press('Enter');
    await screen.focusOn('With your password');
    await screen.tabTo('With a code by email to ada@example.com');
    await keyboard.press('Enter');
    await screen.focusOn('Code');
    await keyboard.type(await codeFor('ada@example.com'));
    await keyboard.press('Enter');

    await screen.see('Enter the code that was sent to countess@example.com.');
    await screen.focusOn('Code');
    await keyboard.type(await codeFor('countess@example.com'));
    await keyboard.press('Enter');
    await screen.see('Email saved.');
    await screen.focusOn('Change Email');
    assert.equal(logto.tenant.users[0]?.primaryEmail, 'countess@example.com');
  }));

test('with the keyboard alone, a phone number is removed, and the focus stays in the row', () =>
  stage.visit(async (visit) => {
    await visit.enter();
    const { screen, page } = visit;
    const { keyboard } = page;
    await screen.tabTo('Remove Phone');
    await keyboard.press('Enter');
    await screen.focusOn('Keep');
    await keyboard.down('Shift');
    await keyboard.press('Tab');
    await keyboard.up('Shift');
    await screen.focusOn('Remove');
    await keyboard.press('Enter');
    await screen.find('dialog', dialog);
    await screen.focusOn('Password');
    await keyboard.type(password);
    await keyboard.press('Enter');
    await screen.see('Phone removed.');
    await screen.focusOn('Add Phone');
  }));

test('a double click saves once, verifies once and sends one code', () =>
  stage.visit(async (visit) => {
    await visit.enter();
    beSlow(visit);
    const { screen, codeFor, logto } = visit;
    await screen.click('button', 'Change Email');
    await screen.fill('New email address', 'countess@example.com');
    await clickTwice(screen.find('button', 'Continue'));
    await screen.find('dialog', dialog);
    await screen.fill('Password', password);
    await clickTwice(screen.find('button', 'Confirm'));
    await screen.find('textbox', 'Code');
    await screen.fill('Code', await codeFor('countess@example.com'));
    await clickTwice(screen.find('button', 'Save'));
    await screen.see('Email saved.');
    assert.deepEqual(visit.writes(), [
      'POST /api/verifications/password',
      'POST /api/verifications/verification-code',
      'POST /api/verifications/verification-code/verify',
      'POST /api/my-account/primary-email',
    ]);

    await screen.click('button', 'Remove Phone');
    await clickTwice(screen.find('button', 'Remove'));
    await screen.see('Phone removed.');
    assert.deepEqual(visit.writes().slice(4), ['DELETE /api/my-account/primary-phone']);
    assert.equal(logto.tenant.users[0]?.primaryPhone, null);
  }));

test('Enter pressed twice saves once', () =>
  stage.visit(async (visit) => {
    await visit.enter();
    beSlow(visit);
    const { screen, page } = visit;
    await screen.click('button', 'Change Password');
    await screen.fill('New password', 'Copper+Tide&58');
    await page.keyboard.press('Enter');
    await screen.find('dialog', dialog);
    await screen.fill('Password', password);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await screen.see('Password saved.');
    await screen.click('button', 'Change Username');
    await screen.fill('Username', 'countess');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await screen.see('Username saved.');
    assert.deepEqual(visit.writes(), [
      'POST /api/verifications/password',
      'POST /api/my-account/password',
      'PATCH /api/my-account',
    ]);
  }));

test('a field that the tenant has turned off takes no space, and offers no verification method', () =>
  stage.visit(async (visit) => {
    const { fields } = visit.logto.tenant.accountCenter;
    Object.assign(fields, { phone: 'Off', password: 'Off' });
    await visit.enter();
    const { screen, page, screenshot } = visit;
    assert.equal(await screen.row('Username', 'logto-username'), 'ada');
    for (const tag of ['logto-phone', 'logto-password'])
      assert.equal(await page.$eval(tag, (element) => element.getBoundingClientRect().height), 0, tag);
    assert.equal(await screen.has('button', 'Change Phone'), false);
    await screenshot('credentials-off');

    await screen.click('button', 'Change Username');
    await screen.fill('Username', 'countess');
    await screen.click('button', 'Save');
    await screen.find('dialog', dialog);
    await screen.see('With a code by email to ada@example.com');
    assert.equal((await page.$$('.choices button')).length, 1);
  }));

test('with settings, read-only fields show their values without buttons', () => {
  const logto = new FakeLogto({
    environment: 'development',
    fields: { username: 'ReadOnly', email: 'ReadOnly', phone: 'ReadOnly', password: 'ReadOnly' },
  });
  return stage.visit(
    async (visit) => {
      await visit.enter();
      const { screen, page, screenshot } = visit;
      assert.equal(await screen.row('Email', 'logto-email'), 'ada@example.com');
      assert.equal(await screen.row('Password', 'logto-password'), 'Set');
      for (const tag of ['username', 'email', 'phone', 'password'])
        assert.equal(await page.$(`logto-${tag} >>> button`), null, tag);
      await screenshot('credentials-read-only');
    },
    { logto },
  );
});

test('without settings, a field turns out to be read-only when Logto refuses the change', () =>
  stage.visit(async (visit) => {
    visit.problems.expect(/status of 400/);
    visit.logto.tenant.accountCenter.fields.username = 'ReadOnly';
    await visit.enter();
    const { screen, logto, screenshot } = visit;
    await screen.click('button', 'Change Username');
    await screen.fill('Username', 'countess');
    await screen.click('button', 'Save');
    await confirm(visit);
    await screen.see('This cannot be changed here.');
    assert.equal(await screen.value('Username'), 'countess');
    await screenshot('credentials-read-only-refused');
    await screen.click('button', 'Cancel');
    await screen.find('button', 'Change Email');
    assert.equal(await screen.has('button', 'Change Username'), false);
    assert.equal(logto.tenant.users[0]?.username, 'ada');
  }));

test('with settings, password requirements are listed and checked while typing', () => {
  const logto = new FakeLogto({ environment: 'development' });
  return stage.visit(
    async (visit) => {
      await visit.enter();
      const { screen, screenshot } = visit;
      await screen.click('button', 'Change Password');
      await screen.see('at least 8 characters');
      await screen.fill('New password', 'lovelace');
      await screenshot('credentials-password-rules');
      await screen.click('button', 'Save');
      await screen.see('This password does not meet all requirements yet.');
      assert.deepEqual(visit.writes(), [], 'nothing that is bound to be refused is sent');
      await screen.fill('New password', 'Copper+Tide&58');
      await screen.click('button', 'Save');
      await confirm(visit);
      await screen.see('Password saved.');
    },
    { logto },
  );
});

test('everything is in German in a German page, even if the language changes while a form is open', () =>
  stage.visit(async (visit) => {
    await visit.enter();
    const { screen, page, logto, codeFor, screenshot } = visit;
    await screen.click('button', 'Change Phone');
    await screen.fill('New phone number', '0151 23456789');
    await page.evaluate(() => document.documentElement.setAttribute('lang', 'de'));
    await screen.find('button', 'Weiter');
    assert.equal(await screen.value('Neue Telefonnummer'), '0151 23456789');
    await screen.choose('Land oder Region', 'Deutschland (+49)');
    await screenshot('credentials-german-phone');
    await screen.click('button', 'Weiter');
    await screen.find('dialog', 'Bestätigen Sie, dass Sie es sind');
    await screen.click('button', 'Anderen Weg wählen');
    await screenshot('credentials-german-dialog');
    await screen.click('button', 'Mit Ihrem Passwort');
    await screen.fill('Passwort', password);
    await screen.click('button', 'Bestätigen');
    await screen.see('Geben Sie den Code ein, der an +49 1512 3456789 gesendet wurde.');
    await screen.fill('Code', await codeFor('4915123456789'));
    await screenshot('credentials-german-code');
    await screen.click('button', 'Speichern');
    await screen.see('Telefon: gespeichert.');
    assert.equal(logto.tenant.users[0]?.primaryPhone, '4915123456789');
  }));
