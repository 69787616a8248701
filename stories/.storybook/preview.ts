import { setCustomElementsManifest, type Preview } from '@storybook/web-components-vite';

import manifest from '../../custom-elements.json';
import { startWorker } from '../helpers/stand-in.js';
import { asAPage } from './as-a-page.js';
import './page.css';
import { globalTypes, initialGlobals } from './toolbars.js';

setCustomElementsManifest(manifest);

const preview: Preview = {
  tags: ['autodocs'],
  beforeAll: startWorker,
  decorators: [asAPage],
  initialGlobals: { ...initialGlobals },
  globalTypes,
  parameters: {
    a11y: { test: 'error' },
    controls: { expanded: true },
    // Each story has a tenant of its own, and one page has one: in the docs each story is a page.
    docs: { story: { inline: false, height: '32rem' } },
    options: {
      storySort: {
        order: [
          'Account provider',
          'Sign-in',
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
          'Trusted devices',
          'Delete account',
          'Step-up',
        ],
      },
    },
  },
};

export default preview;
