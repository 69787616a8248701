import { waitUntil } from './wait-until.js';

type Level = 'debug' | 'error' | 'info' | 'log' | 'warn';

const levels: Level[] = ['debug', 'error', 'info', 'log', 'warn'];
const original = Object.fromEntries(levels.map((level) => [level, console[level]])) as Pick<Console, Level>;

/** What is said in the console from now on until the test ends; it is not shown. */
export function listenToConsole() {
  const lines: { level: Level; text: string }[] = [];
  for (const level of levels) {
    console[level] = (...said: unknown[]) => void lines.push({ level, text: said.map(String).join(' ') });
  }
  const warnings = () => lines.filter(({ level }) => level === 'warn').map(({ text }) => text);
  return {
    lines,
    /** The warnings, which are all that the library may say. */
    get warnings() {
      return warnings();
    },
    /** Waits for warnings: longer ones are loaded when they are said. */
    warned: async (count = 1) => {
      await waitUntil(() => warnings().length >= count, `There are ${warnings().length} warnings.`);
      return warnings();
    },
  };
}

afterEach(() => Object.assign(console, original));
