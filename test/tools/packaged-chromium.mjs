// Unpacks the Chromium that @sparticuz/chromium carries inside its npm package: nothing is downloaded.
//
// The package could unpack itself, but does it into a fixed folder of the temporary directory, where it also takes
// whatever an older version or another user left, and its fonts.conf only works there.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliDecompressSync } from 'node:zlib';

const cache = fileURLToPath(new URL('../../node_modules/.cache/', import.meta.url));

export async function unpackChromium() {
  const packageFolder = process.platform === 'linux' && process.arch === 'x64' && findPackage();
  if (!packageFolder) return undefined;
  const { name, version } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8'));
  const folder = join(cache, `chromium-${version}`);
  if (!existsSync(folder)) unpack(join(packageFolder, 'bin'), folder);
  const executablePath = join(folder, 'chromium');
  return { executablePath, env: environment(folder, executablePath), source: `${name} ${version}` };
}

function findPackage() {
  try {
    // Its exports name one file only, build/cjs/index.cjs.
    const folder = resolve(createRequire(import.meta.url).resolve('@sparticuz/chromium'), '../../..');
    return existsSync(join(folder, 'bin/chromium.br')) ? folder : undefined;
  } catch {
    return undefined; // Not installed.
  }
}

function unpack(archives, folder) {
  // Under another name until it is complete, so that a second process never starts half a browser.
  const partial = `${folder}.${process.pid}`;
  mkdirSync(partial, { recursive: true });
  writeFileSync(join(partial, 'chromium'), decompress(archives, 'chromium.br'), { mode: 0o755 });
  for (const archive of ['al2023.tar.br', 'fonts.tar.br']) {
    execFileSync('tar', ['-x', '-C', partial], { input: decompress(archives, archive) });
  }
  writeFileSync(join(partial, 'fonts.conf'), fontsConf(folder));
  try {
    renameSync(partial, folder);
  } catch (error) {
    rmSync(partial, { recursive: true });
    if (!existsSync(folder)) throw error; // Otherwise another process was faster.
  }
}

function decompress(folder, file) {
  return brotliDecompressSync(readFileSync(join(folder, file)));
}

/** Without any font the renderer crashes, so its own come first. */
function fontsConf(folder) {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}/fonts</dir>
  <dir>/usr/share/fonts</dir>
  <dir>/usr/local/share/fonts</dir>
  <cachedir>${folder}/fonts-cache</cachedir>
</fontconfig>
`;
}

function environment(folder, executablePath) {
  const env = { FONTCONFIG_FILE: join(folder, 'fonts.conf') };
  if (!lacksLibraries(executablePath)) return env;
  const paths = [join(folder, 'lib'), process.env.LD_LIBRARY_PATH].filter(Boolean);
  return { ...env, LD_LIBRARY_PATH: paths.join(':') };
}

/** Minimal systems have no nss and nspr; where they are there, the system's own fit better. */
function lacksLibraries(executablePath) {
  try {
    return execFileSync('ldd', [executablePath], { encoding: 'utf8' }).includes('not found');
  } catch {
    return true; // No ldd, which is as minimal.
  }
}
