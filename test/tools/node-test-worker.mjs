/**
 * Runs the test files that the parent process names, one after the other: starting Node and loading a compiler, a
 * server, and an OIDC provider takes longer than the tests of most files.
 */
import { describe } from 'node:test';
import { pathToFileURL } from 'node:url';

process.on('message', (file) => {
  void describe(file, async () => {
    await import(pathToFileURL(file).href);
  });
});
