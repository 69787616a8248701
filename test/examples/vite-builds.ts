import type { BuiltExample } from './built-example.js';

const variables = (endpoint: string, appId: string) => ({ VITE_LOGTO_ENDPOINT: endpoint, VITE_LOGTO_APP_ID: appId });

/** How the examples are built that Vite builds. */
export const viteBuilds: Pick<BuiltExample, 'build' | 'buildWithWarnings'> = {
  build: (...tenant) => ({ args: ['run', 'build'], env: variables(...tenant) }),
  buildWithWarnings: (...tenant) => ({
    args: ['exec', '--', 'vite', 'build', '--mode', 'development'],
    env: { ...variables(...tenant), NODE_ENV: 'development' },
  }),
};
