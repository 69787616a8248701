import normalize from '@unocss/reset/normalize.css?raw';
import tailwind4 from '@unocss/reset/tailwind-v4.css?raw';
import tailwind3 from '@unocss/reset/tailwind.css?raw';
import type { Meta } from '@storybook/web-components-vite';
import { html } from 'lit';

import '../components/password/logto-password.js';
import { reboot } from '../test/helpers/reboot.js';
import { inPage, page, type Story } from './helpers/page.js';
import type { TenantArgs } from './helpers/tenant-args.js';
import { dialog, form, presses, problem, steps } from './helpers/steps.js';

/** A form and the step-up dialog in pages whose CSS takes the browser's own look away: all look the same. */
export default {
  title: 'Theming/Resets',
  tags: ['!autodocs'],
  ...page(() => html``),
} satisfies Meta<TenantArgs>;

const render = (css: string) =>
  inPage(
    () => html`
      <style>
        ${css}
      </style>
      <logto-password></logto-password>
    `,
  );

const submits = (password: string) => steps(presses('edit'), form.enters('new-password', password), form.submits);
const refused = steps(submits('ada1'), form.sees(problem));
const asked = steps(submits('Teal-Kettle!48'), dialog.sees('form'));

const formIn = (css: string): Story => ({ render: render(css), play: refused });
const dialogIn = (css: string): Story => ({ render: render(css), play: asked });

const nothing = '* { margin: 0; padding: 0 }';
const bareButtons = 'button { all: unset }';

export const FormWithTailwind3: Story = formIn(tailwind3);

export const FormWithTailwind4: Story = formIn(tailwind4);

export const FormWithBootstrap: Story = formIn(reboot);

export const FormWithNormalize: Story = formIn(normalize);

export const FormWithoutMargins: Story = formIn(nothing);

export const FormWithBareButtons: Story = formIn(bareButtons);

export const DialogWithTailwind3: Story = dialogIn(tailwind3);

export const DialogWithTailwind4: Story = dialogIn(tailwind4);

export const DialogWithBootstrap: Story = dialogIn(reboot);

export const DialogWithNormalize: Story = dialogIn(normalize);

export const DialogWithoutMargins: Story = dialogIn(nothing);

export const DialogWithBareButtons: Story = dialogIn(bareButtons);
