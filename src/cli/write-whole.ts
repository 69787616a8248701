import { randomUUID } from 'node:crypto';
import { open, realpath, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';

/** A file could not be written. The message says why and what to do. */
export class FileError extends Error {
  override readonly name = 'FileError';
}

/**
 * Writes a file as a whole or not at all: the text goes into a file beside it, which then takes its place. Who reads the
 * file meanwhile, such as a running server, gets the old text or the new one.
 */
export async function writeWhole(file: string, text: string): Promise<void> {
  try {
    const target = await targetOf(file);
    const draft = `${target}.${randomUUID()}.tmp`;
    try {
      await writeNew(draft, text);
      await rename(draft, target);
    } catch (error) {
      await rm(draft, { force: true });
      throw error;
    }
  } catch (error) {
    throw error instanceof FileError ? error : new FileError(explain(error, file), { cause: error });
  }
}

/** What a symbolic link leads to, as it would be replaced itself. A device or a folder must not be replaced by a file. */
async function targetOf(file: string): Promise<string> {
  const target = await realpath(file).catch(() => file);
  const found = await stat(target).catch(() => undefined);
  if (found?.isDirectory()) throw new FileError(`${file} is a folder. Name a file in it.`);
  if (found && !found.isFile())
    throw new FileError(`${file} is not a file. Leave --out out to write to standard output.`);
  return target;
}

async function writeNew(path: string, text: string): Promise<void> {
  const handle = await open(path, 'wx');
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function explain(error: unknown, file: string): string {
  const { code = '', message = '' } = Object(error) as { code?: string; message?: string };
  const folder = dirname(file);
  if (code === 'ENOENT') return `There is no folder ${folder}. Make it first: this writes files only.`;
  if (code === 'ENOTDIR') return `${folder} is not a folder.`;
  if (['EACCES', 'EPERM', 'EROFS'].includes(code))
    return `${file} may not be written (${code}). See who owns ${folder}.`;
  if (code === 'ENOSPC') return `${file} was not written: the disk is full.`;
  return `${file} was not written: ${message}`;
}
