import type { Visit } from './harness.js';

/**
 * Serves the page that is opened next with the strictest policy that the library promises to work under.
 *
 * @returns The violations so far, directive first; it grows.
 */
export async function beStrict({ page, server, headers, problems }: Visit): Promise<string[]> {
  headers['content-security-policy'] = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    `connect-src 'self' ${server.origin}`,
    `img-src 'self' ${server.origin}`,
    "require-trusted-types-for 'script'",
    'trusted-types lit-html',
  ].join('; ');
  // The page's own empty icon, for which the policy has no place.
  problems.expect(/^console: Loading the image 'data:,'/);

  const violations: string[] = [];
  await page.exposeFunction('noteViolation', (text: string) => {
    if (!text.startsWith('img-src data')) violations.push(text);
  });
  await page.evaluateOnNewDocument(() => {
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) => {
      const { noteViolation } = window as unknown as { noteViolation(text: string): void };
      noteViolation(`${effectiveDirective} ${blockedURI} ${sample}`);
    });
  });
  return violations;
}
