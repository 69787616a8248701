import { execFileSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';

import { repositoryRoot } from '../tools/pages.js';

export interface PackageJson {
  name: string;
  version: string;
  exports: Record<string, string | { types: string; default?: string }>;
  sideEffects: string[];
  customElements: string;
  'web-types': string;
}

/** A project that has installed the package, as it would be published, and everything that is installed here. */
export interface Project {
  folder: string;
  /** The package, unpacked. */
  package: string;
  tarball: string;
  /** Every file of the package, relative to it. */
  files: string[];
  bytes: number;
  json: PackageJson;
}

/** Needs what `npm run build` makes. Removed after the tests of the file. */
export function install(): Project {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'package-')));
  after(() => rmSync(folder, { recursive: true, force: true }));
  const packed = execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], {
    cwd: repositoryRoot,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
    shell: process.platform === 'win32', // where npm is a script
  });
  const [{ filename, files, size }] = JSON.parse(packed) as [
    { filename: string; files: { path: string }[]; size: number },
  ];
  linkInstalled(join(folder, 'node_modules'));
  const unpacked = join(folder, 'node_modules/logto-account-elements');
  execFileSync('tar', ['-xf', filename], { cwd: folder });
  renameSync(join(folder, 'package'), unpacked);
  return {
    folder,
    package: unpacked,
    tarball: join(folder, filename),
    files: files.map(({ path }) => path).sort(),
    bytes: size,
    json: JSON.parse(readFileSync(join(unpacked, 'package.json'), 'utf8')) as PackageJson,
  };
}

/** Each by itself, so that the package finds those beside it and not those of the repository. */
function linkInstalled(target: string) {
  const installed = join(repositoryRoot, 'node_modules');
  const names = readdirSync(installed).filter((name) => !name.startsWith('.'));
  for (const scope of ['.', ...names.filter((name) => name.startsWith('@'))]) {
    mkdirSync(join(target, scope), { recursive: true });
    for (const name of scope === '.'
      ? names.filter((each) => !each.startsWith('@'))
      : readdirSync(join(installed, scope)))
      symlinkSync(join(installed, scope, name), join(target, scope, name), 'junction');
  }
}

/** The exports of the package, without patterns. */
export const entries = ({ json }: Project) =>
  Object.entries(json.exports)
    .filter(([name]) => !name.includes('*'))
    .map(([name, target]) => ({
      specifier: name.replace(/^\./, json.name),
      targets: typeof target === 'string' ? [target] : Object.values(target),
    }));

/** The names of all that are code, as they are imported. */
export const modules = (project: Project) =>
  entries(project)
    .filter(({ targets }) => targets.some((target) => target.endsWith('.js')))
    .map(({ specifier }) => specifier);
