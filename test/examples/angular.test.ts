import { testBuiltExample, type Build } from './built-example.js';

const build = (endpoint: string, appId: string, ...more: string[]): Build => ({
  args: [
    ...['run', 'build', '--', ...more],
    ...['--define', `LOGTO_ENDPOINT='${endpoint}'`, '--define', `LOGTO_APP_ID='${appId}'`],
  ],
});

testBuiltExample({
  name: 'angular',
  policies: ['angular'],
  base: "'self'", // its router needs a <base>
  build,
  buildWithWarnings: (endpoint, appId) => build(endpoint, appId, '--configuration', 'development'),
});
