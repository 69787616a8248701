import type { Meta } from '@storybook/web-components-vite';
import { html } from 'lit';

import '../components/account/logto-account.js';
import { withPasskey, withTotp } from '../test/fake-logto/fake-logto.js';
import { inPage, page, withUser, type Story } from './helpers/page.js';
import { presses } from './helpers/steps.js';
import type { TenantArgs } from './helpers/tenant-args.js';
import { looks } from './looks/looks.js';

/** What the page on the three looks shows. */
export default {
  title: 'Theming/Looks',
  tags: ['!autodocs'],
  ...page(() => html``),
  // The story before may have left its section in the address.
  beforeEach: () => history.replaceState(history.state, '', location.pathname + location.search),
} satisfies Meta<TenantArgs>;

/** On a page with room for what stands side by side. */
const inLook = (look: keyof typeof looks): Story => ({
  parameters: withUser(withTotp, (person) => withPasskey(person, { name: 'Work laptop' })),
  render: inPage(
    () => html`
      <style>
        #storybook-root {
          max-inline-size: 64rem;
        }
        ${looks[look]}
      </style>
      <logto-account>
        <h1 slot="heading">Your account</h1>
      </logto-account>
    `,
  ),
});

const toSecurity = presses('link', 2);
const toDevices = presses('link', 3);

export const CardsProfile: Story = inLook('cards');
export const CardsSecurity: Story = { ...inLook('cards'), play: toSecurity };
export const CardsDevices: Story = { ...inLook('cards'), play: toDevices };

export const LinesProfile: Story = inLook('lines');
export const LinesSecurity: Story = { ...inLook('lines'), play: toSecurity };
export const LinesDevices: Story = { ...inLook('lines'), play: toDevices };

export const SideBySideProfile: Story = inLook('sideBySide');
export const SideBySideSecurity: Story = { ...inLook('sideBySide'), play: toSecurity };
export const SideBySideDevices: Story = { ...inLook('sideBySide'), play: toDevices };
