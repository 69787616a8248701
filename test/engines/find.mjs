import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The program that this variable of the environment names, else the first of these names in PATH. */
export function findProgram(variable, names) {
  const given = process.env[variable];
  if (given && !existsSync(given)) throw new Error(`${variable} is ${given}, but no such file exists.`);
  return given || names.flatMap(pathsOf).find(existsSync);
}

const pathsOf = (name) => (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, name));
