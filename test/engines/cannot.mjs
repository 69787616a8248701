/**
 * What an engine, or the driver with which it is tested, cannot do: the tests that are skipped in it, by their full
 * titles, and why. `npm run test:all` fails when a title here is no test's any more.
 */
export const cannot = [
  {
    engine: 'Firefox',
    reason: 'It remembers that a module could not be loaded until the page is loaded again.',
    tests: [
      'the step-up dialog, when it fails to load keeps the form and shows a network error, until it can be loaded',
    ],
  },
];
