import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

import { repositoryRoot } from '../tools/pages.js';

const product = 'logto-account-elements';
const tarball = `${product}.tgz`;

/** What this file needs to know of `package-lock.json`. */
export interface Lock {
  packages: Record<string, LockedPackage>;
}

interface LockedPackage {
  version?: string;
  resolved?: string;
  integrity?: string;
  dependencies: Dependencies;
  optionalDependencies?: Dependencies;
}

type Dependencies = Record<string, string>;

/** The examples that have something to install. */
export const installed = ['react', 'vue', 'svelte', 'angular', 'next', 'hono', 'node'] as const;

/** The package as it would be published, in a file of its own in this folder. Needs what `npm run build` makes. */
export function packInto(folder: string): string {
  const name = npm(repositoryRoot, ['pack', '--silent', '--ignore-scripts', '--pack-destination', folder]).trim();
  return join(folder, name);
}

/** A copy of an example, in a folder of its own, with the package as a file beside it. */
export function copyExample(name: string): { folder: string; remove(): void } {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), `example-${name}-`)));
  const isPartOfIt = (path: string) => !/^(node_modules|dist|\.next|\.angular)$/.test(basename(path));
  cpSync(join(repositoryRoot, 'examples', name), folder, { recursive: true, filter: isPartOfIt });
  cpSync(packInto(folder), join(folder, tarball));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }) };
}

/**
 * Installs what the lockfile of an example says, and the package from its file. The lockfile names the package as if it
 * were published, so that it serves whoever copies the example once it is.
 */
export function install(folder: string): void {
  pointTo(folder, `file:${tarball}`);
  npm(folder, ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline']);
}

/** Makes the lockfile anew, for this version of the package, keeping all others in it as far as they still fit. */
export function lock(folder: string, version: string): void {
  pointTo(folder, `file:${tarball}`);
  // npm would go by what is written there, and not look into the file.
  change<Lock>(join(folder, 'package-lock.json'), ({ packages }) => delete packages[`node_modules/${product}`]);
  npm(folder, ['install', '--package-lock-only', '--ignore-scripts', '--omit-lockfile-registry-resolved']);
  pointTo(folder, `^${version}`);
}

/** Changes where the package comes from. */
function pointTo(folder: string, spec: string): void {
  change<{ dependencies: Dependencies }>(join(folder, 'package.json'), ({ dependencies }) => {
    dependencies[product] = spec;
  });
  change<Lock>(join(folder, 'package-lock.json'), ({ packages }) => {
    const [example, entry] = [packages[''], packages[`node_modules/${product}`]];
    if (example) example.dependencies[product] = spec;
    if (!entry) return;
    delete entry.resolved;
    delete entry.integrity; // of a package that differs with every build
    if (spec.startsWith('file:')) entry.resolved = spec;
  });
}

function change<Content>(file: string, by: (content: Content) => void): void {
  if (!existsSync(file)) return;
  const content = JSON.parse(readFileSync(file, 'utf8')) as Content;
  by(content);
  writeFileSync(file, `${JSON.stringify(content, null, 2)}\n`);
}

/** Gives what npm printed; when it fails, says so with all of its words. */
export function npm(folder: string, args: string[], env: Record<string, string> = {}): string {
  const { status, stdout, stderr } = spawnSync('npm', args, {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', NG_CLI_ANALYTICS: 'false', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32', // where npm is a script
  });
  if (status !== 0) throw new Error(`npm ${args.join(' ')} failed in ${folder}:\n${stdout}\n${stderr}`);
  return stdout;
}
