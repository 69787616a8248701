import type { Preview } from '@storybook/web-components-vite';

import { startWorker } from '../helpers/stand-in.js';
import { asAPage } from './as-a-page.js';
import { tendFrames } from './docs-frames.js';
import docsPage from './docs-page.mdx';
import './page.css';
import { globalTypes, initialGlobals } from './toolbars.js';

tendFrames();

const preview: Preview = {
  tags: ['autodocs'],
  beforeAll: startWorker,
  decorators: [asAPage],
  initialGlobals: { ...initialGlobals },
  globalTypes,
  parameters: {
    a11y: { test: 'error' },
    // The colour scheme has a toolbar of its own.
    backgrounds: { disable: true },
    controls: { expanded: true },
    // Each story has a tenant of its own, and one page has one: in the docs each story is a page.
    docs: { page: docsPage, story: { inline: false, height: '32rem' } },
    options: {
      storySort: {
        order: [
          'Introduction',
          'Guides',
          [
            'Getting started',
            'Set-up',
            'Settings',
            'Sessions and scopes',
            'Step-up verification',
            'Passkeys and social accounts',
            'Events and methods',
            'Theming',
            'Languages',
            'Frameworks',
            'Security and Content Security Policy',
            'Account API layer',
            'Deleting accounts',
            'Personal access tokens',
            'Data export',
            "Moving from Logto's hosted account page",
            'Troubleshooting',
            'Benchmark',
          ],
          'Flows',
          [
            'Sign in',
            'Edit the profile',
            'Change the email address or phone number',
            'Change the password',
            'Turn on two-step verification',
            'Save backup codes',
            'Add a passkey',
            'Link a social account',
            'Sign out elsewhere',
            'Revoke an app',
            'Delete the account',
            'Step-up verification',
            'When something fails',
          ],
          'Theming',
          ['Tokens, parts and states', 'Three looks', 'Theme editor', 'Examples', 'Looks', 'Resets'],
          'Accessibility',
          'States',
          'Account',
          'Account provider',
          'Sign-in',
          'User button',
          'Profile',
          'Username',
          'Email',
          'Phone',
          'Password',
          'Two-step verification',
          'Passkeys',
          'Social accounts',
          'Sessions',
          'Connected apps',
          'Sign-in history',
          'Trusted devices',
          'Organizations',
          'Access tokens',
          'Data export',
          'Delete account',
          'Step-up',
        ],
      },
    },
  },
};

export default preview;
