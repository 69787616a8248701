import type { Meta } from '@storybook/web-components-vite';
import { html } from 'lit';

import '../components/email/logto-email.js';
import '../components/password/logto-password.js';
import '../components/profile/logto-profile.js';
import '../components/username/logto-username.js';
import { inPage, page, type Story } from './helpers/page.js';
import type { TenantArgs } from './helpers/tenant-args.js';
import { form, presses, steps } from './helpers/steps.js';

/** What the page on tokens, parts and states shows, with the CSS that stands there. */
export default {
  title: 'Theming/Examples',
  tags: ['!autodocs'],
  ...page(() => html``),
} satisfies Meta<TenantArgs>;

export const Tokens: Story = {
  render: inPage(
    () => html`
      <style>
        logto-account-provider {
          --logto-color-accent: light-dark(#0f766e, #5eead4);
          --logto-radius: 0.25rem;
        }
      </style>
      <logto-email></logto-email>
    `,
  ),
  play: presses('edit'),
};

export const TwoLevels: Story = {
  render: inPage(
    () => html`
      <style>
        logto-account-provider {
          --logto-radius: 1.5rem;
          --logto-button-radius: 999px;
          --logto-density: 0.8;
        }
      </style>
      <logto-email></logto-email>
    `,
  ),
  play: presses('edit'),
};

export const Parts: Story = {
  args: { avatar: 'Off', customData: 'Off' },
  render: inPage(
    () => html`
      <style>
        logto-profile::part(list) {
          border-inline: none;
          border-radius: 0;
        }
        logto-profile::part(label) {
          font-weight: 400;
        }
      </style>
      <logto-profile></logto-profile>
    `,
  ),
};

/** The card about the email address is not there: its element is off. */
export const States: Story = {
  args: { email: 'Off', avatar: 'ReadOnly', name: 'ReadOnly', profile: 'ReadOnly', customData: 'Off' },
  render: inPage(
    () => html`
      <style>
        .card:has(> logto-email:state(off)) {
          display: none;
        }
        logto-profile:state(read-only)::part(list) {
          border-style: dashed;
        }
      </style>
      <section class="card">
        <h2>Where we write to</h2>
        <logto-email></logto-email>
      </section>
      <section class="card">
        <logto-profile></logto-profile>
      </section>
    `,
  ),
};

export const Forms: Story = {
  render: inPage(
    () => html`
      <style>
        .logto-form input {
          border: 0;
          border-block-end: 2px solid currentColor;
          border-radius: 0;
        }
      </style>
      <logto-username></logto-username>
    `,
  ),
  play: steps(presses('edit'), form.sees('[name="username"]')),
};
