import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Where the packages are that are measured beside the tags. */
export const benchFolder = fileURLToPath(new URL('../', import.meta.url));

/** Installs what the lockfile of the bench names, unless that is there. Nothing else in the repository needs it. */
export function installPeers(): void {
  const [wanted, installed] = [`${benchFolder}package-lock.json`, `${benchFolder}node_modules/.package-lock.json`];
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(wanted).mtimeMs) return;
  console.log('Installing the packages to compare with');
  const { status } = spawnSync('npm', ['ci', '--ignore-scripts'], {
    cwd: benchFolder,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error('The packages to compare with could not be installed.');
}

export function versionOf(name: string): string {
  const manifest = readFileSync(`${benchFolder}node_modules/${name}/package.json`, 'utf8');
  return (JSON.parse(manifest) as { version: string }).version;
}
