/**
 * What `npm test` does: scripts of package.json, by name, in the order in which they would be done one by one.
 *
 * `after` is what has to be done before. `wide` ones do several things at once themselves: for each core,
 * or each of so many as JOBS says, and for what waits.
 */
export const steps = {
  layers: {},
  'manifest:check': {},
  'states:check': {},
  build: {},
  types: {},
  lint: {},
  'format:check': {},
  'test:unit': { wide: true },
  'test:browser': { wide: true },
  'storybook:test': { wide: true },
  'test:e2e': { after: ['build'], wide: true },
  'test:examples': { after: ['build'], wide: true },
  'test:package': { after: ['build'], wide: true },
  size: { after: ['build'] },
};
