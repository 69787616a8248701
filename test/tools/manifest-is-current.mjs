// Fails when the committed custom-elements.json is not what the sources say, and leaves the right one behind.
import { execSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

const read = () => (existsSync('custom-elements.json') ? readFileSync('custom-elements.json', 'utf8') : '');

const before = read();
execSync('npm run -s manifest', { stdio: ['ignore', 'ignore', 'inherit'] });
const isCurrent = read() === before;

console.log(isCurrent ? 'Manifest: up to date.' : 'custom-elements.json was out of date. It is made anew: commit it.');
process.exitCode = isCurrent ? 0 : 1;
