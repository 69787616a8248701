import { parseArgs } from 'node:util';

/** What the demo was asked to do. Without a tenant of its own it uses the stand-in. */
export interface DemoArguments {
  tenant?: { endpoint: string; appId: string };
  /** Preferred port of the page. */
  port: number;
}

const usage = 'Usage: npm start -- [--endpoint URL --app-id ID] [--port NUMBER]';

/**
 * Reads the command line.
 *
 * @throws One sentence that says what is wrong with it.
 */
export function readArguments(args: string[]): DemoArguments {
  const { endpoint, 'app-id': appId, port = '5173' } = parse(args);
  if (!/^\d+$/.test(port) || Number(port) > 65535) throw new Error(`--port ${port} is not a port number.`);
  if (endpoint === undefined && appId === undefined) return { port: Number(port) };
  if (!endpoint || !appId) throw new Error(`--endpoint and --app-id go together. ${usage}`);
  if (!URL.canParse(endpoint) || !/^https?:$/.test(new URL(endpoint).protocol)) {
    throw new Error(`--endpoint ${endpoint} is not a URL that starts with http:// or https://.`);
  }
  return { tenant: { endpoint: endpoint.replace(/\/+$/, ''), appId }, port: Number(port) };
}

function parse(args: string[]) {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({ args, options: { endpoint: text, 'app-id': text, port: text } }).values;
  } catch (error) {
    // Node's advice behind the first sentence is about positional arguments, which do not exist here.
    const [sentence] = (error as Error).message.split(/\.(?:\s|$)/);
    throw new Error(`${sentence}. ${usage}`, { cause: error });
  }
}
