// Makes custom-elements.json of what the sources say: `manifest [--check]`, which fails when it was not up to date.
// It is written only when it changes, and at once, as tests and builds may read it meanwhile.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs';

const name = 'custom-elements.json';
const folder = `node_modules/.cache/manifest-${process.pid}`;
const options = ['--config', '.config/custom-elements-manifest.config.mjs', '--outdir', folder, '--quiet'];
const analyzer = 'node_modules/@custom-elements-manifest/analyzer/cem.js';
const read = (path) => (existsSync(path) ? readFileSync(path, 'utf8') : '');

try {
  const { status } = spawnSync(process.execPath, [analyzer, 'analyze', ...options], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) throw new Error(`The analyzer ended with ${status}.`);
  const isCurrent = read(`${folder}/${name}`) === read(name);
  if (!isCurrent) renameSync(`${folder}/${name}`, name);
  console.log(isCurrent ? 'Manifest: up to date.' : `${name} was out of date. It is made anew: commit it.`);
  if (!isCurrent && process.argv.includes('--check')) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
