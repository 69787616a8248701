import { cleanText } from './clean-text.js';

/**
 * A name for a file that every system takes, of parts such as a service and an account: none of the characters that mean
 * something in a path, and not too long.
 */
export function fileName(parts: readonly string[], extension: string): string {
  const safe = parts.map((part) =>
    cleanText(part)
      .replace(/[\s\\/:*?"<>|%&$#~`'{}[\]]+/g, '-')
      .replace(/^[-.]+|[-.]+$/g, '')
      .slice(0, 36)
      .replace(/[\ud800-\udbff]$/, ''),
  );
  return `${safe.filter((part) => part !== '').join('-')}.${extension}`;
}
