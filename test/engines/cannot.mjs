/**
 * What an engine, or the driver with which it is tested, cannot do: the tests that are skipped in it, by their full
 * titles, and why. `npm run test:all` fails when a title here is no test's any more.
 */
export const cannot = [];
