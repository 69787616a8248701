/**
 * What the README promises to work under, with what a framework needs to do so, too.
 *
 * @param policies The Trusted Types policies of the framework.
 */
export const strictPolicy = (tenant: string, policies: string[] = [], scripts = "'self'") => ({
  'content-security-policy': [
    "default-src 'none'",
    `script-src ${scripts}`,
    "style-src 'self'",
    `connect-src 'self' ${tenant}`,
    `img-src 'self' ${tenant}`,
    "require-trusted-types-for 'script'",
    `trusted-types ${['lit-html', ...policies].join(' ')}`,
  ].join('; '),
});
