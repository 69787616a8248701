import type { Meta } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { waitFor } from 'storybook/test';

import '../components/email/logto-email.js';
import '../components/mfa/logto-mfa.js';
import '../components/password/logto-password.js';
import '../components/profile/logto-profile.js';
import { user } from './helpers/act.js';
import { page, withProviders, withUser, type Story } from './helpers/page.js';
import type { TenantArgs } from './helpers/tenant-args.js';
import { withTotp } from '../test/fake-logto/fake-logto.js';
import { themeEditor } from './theme-editor/theme-editor.js';
import './theme-editor/preview.css';

const tags = () => html`
  <logto-email></logto-email>
  <logto-password></logto-password>
  <logto-mfa></logto-mfa>
  <logto-profile></logto-profile>
`;

const editor = () => document.createElement(themeEditor);

/** Try the tokens, and take the CSS with you. */
export default {
  title: 'Theming/Theme editor',
  tags: ['!autodocs', 'no-picture'],
  ...page(tags),
  // Themes are chosen in the editor.
  globals: { theme: 'none' },
  parameters: { ...withUser(withTotp), controls: { disable: true } },
  render: withProviders((provider) => {
    const preview = (scheme: string, content: TemplateResult) =>
      html`<section class="theme-preview ${scheme.toLowerCase()}" aria-label=${scheme}>${provider(content)}</section>`;
    return html`
      <h1>Theme editor</h1>
      <p>
        All tokens of the elements. Colours can be one for light and another one for dark. What you set here shows below
        at once; take the CSS with you when you like it.
      </p>
      <div class="theme-workbench">
        ${editor()}
        <div class="theme-previews">${preview('Light', tags())} ${preview('Dark', tags())}</div>
      </div>
    `;
  }),
} satisfies Meta<TenantArgs>;

export const Editor: Story = {
  play: async ({ canvasElement }) => {
    const previews = canvasElement.querySelectorAll<HTMLElement>('.theme-preview');
    for (const preview of previews) {
      await user(preview, 'logto-password').pressesAny('edit');
      await waitFor(
        () => {
          if (!preview.contains(document.activeElement)) throw new Error('The form has no focus yet.');
        },
        { timeout: 20_000 },
      );
    }
    // To begin at the top, and not in a form.
    (document.activeElement as HTMLElement).blur();
    scrollTo(0, 0);
  },
};
