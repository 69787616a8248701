import type { Visit } from './harness.js';

export interface StrictPolicyOptions {
  /** Where scripts may come from. */
  scripts?: string;
  /** The Trusted Types policies that a framework makes. */
  policies?: readonly string[];
  /** What the page may take relative addresses from, where a framework writes a `<base>`. */
  base?: string;
}

/**
 * The strictest policy that the library promises to work under, as it stands in docs/security-and-csp.md. Every page of
 * these tests is served with it. Pictures are the tenant's and the users', and may be anywhere; here some are in `data:` URLs.
 */
export const strictPolicy = (
  logto: string,
  { scripts = "'self'", policies = [], base = "'none'" }: StrictPolicyOptions = {},
) =>
  [
    "default-src 'none'",
    `script-src ${scripts}`,
    "style-src 'self'",
    `connect-src 'self' ${logto}`,
    `img-src 'self' data: ${logto}`,
    `base-uri ${base}`,
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    `trusted-types ${['lit-html', ...policies].join(' ')}`,
  ].join('; ');

/**
 * Notes what breaks the policy of the page that is opened next. Any test fails on it; this also tells what.
 *
 * @returns The violations so far, directive first; it grows.
 */
export async function watchViolations({ page }: Pick<Visit, 'page'>): Promise<string[]> {
  const violations: string[] = [];
  await page.exposeFunction('noteViolation', (text: string) => {
    violations.push(text);
  });
  await page.evaluateOnNewDocument(() => {
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) => {
      const { noteViolation } = window as unknown as { noteViolation(text: string): void };
      noteViolation(`${effectiveDirective} ${blockedURI} ${sample}`);
    });
  });
  return violations;
}

/** Gives the page more style, in the one way that the policy leaves a test. */
export const addStyle = ({ page }: Pick<Visit, 'page'>, css: string): Promise<void> =>
  page.evaluate((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    document.adoptedStyleSheets.push(sheet);
  }, css);
