import { setCustomElementsManifest, type Decorator, type Preview } from '@storybook/web-components-vite';

import manifest from '../../custom-elements.json';
import { startWorker } from '../helpers/stand-in.js';
import './page.css';

setCustomElementsManifest(manifest);

/** The page around the story is as an integrator's would be: it has a colour scheme, a direction, a language, a width. */
const asAPage: Decorator = (story, { globals }) => {
  const { documentElement: page, body } = document;
  page.style.colorScheme = String(globals['theme']);
  page.dir = String(globals['direction']);
  page.lang = String(globals['language']);
  body.classList.toggle('narrow', globals['width'] === 'narrow');
  return story();
};

const choice = (
  title: string,
  icon: 'mirror' | 'transfer' | 'globe' | 'ruler',
  ...items: { value: string; title: string }[]
) => ({
  description: title,
  toolbar: { title, icon, items, dynamicTitle: true },
});

const preview: Preview = {
  tags: ['autodocs'],
  beforeAll: startWorker,
  decorators: [asAPage],
  initialGlobals: { theme: 'light', direction: 'ltr', language: 'en', width: 'wide' },
  globalTypes: {
    theme: choice('Theme', 'mirror', { value: 'light', title: 'Light' }, { value: 'dark', title: 'Dark' }),
    direction: choice(
      'Direction',
      'transfer',
      { value: 'ltr', title: 'Left to right' },
      { value: 'rtl', title: 'Right to left' },
    ),
    language: choice('Language', 'globe', { value: 'en', title: 'English' }, { value: 'de', title: 'Deutsch' }),
    width: choice('Width', 'ruler', { value: 'wide', title: 'Wide' }, { value: 'narrow', title: 'Narrow' }),
  },
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
