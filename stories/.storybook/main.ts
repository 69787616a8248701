import type { StorybookConfig } from '@storybook/web-components-vite';

const config: StorybookConfig = {
  framework: '@storybook/web-components-vite',
  stories: ['../docs/**/*.mdx', '../*.stories.ts'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y'],
  staticDirs: [{ from: '../../node_modules/msw/lib/mockServiceWorker.js', to: '/mockServiceWorker.js' }],
  // Storybook looks for a vite.config in `stories`, so the library's own build has no say here.
  viteFinal: (config) => ({
    ...config,
    optimizeDeps: {
      ...config.optimizeDeps,
      // What the development server would find late, and reload the page for, with a second Lit.
      include: [
        ...(config.optimizeDeps?.include ?? []),
        'lit',
        'lit/decorators.js',
        'lit/directives/keyed.js',
        'lit/directives/live.js',
        'lit/directives/repeat.js',
        '@lit/context',
        '@cropper/element-canvas',
        '@logto/browser',
        '@logto/client',
        'jose',
        '@simplewebauthn/browser',
        'bowser',
        'lean-qr/extras/svg',
        'lean-qr/nano',
        'msw',
        'msw/browser',
        're2js',
      ],
    },
  }),
  core: { disableTelemetry: true, disableWhatsNewNotifications: true, enableCrashReports: false },
};

export default config;
