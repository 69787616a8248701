import type Provider from 'oidc-provider';

type OidcProvider = typeof Provider;

let loading: Promise<OidcProvider> | undefined;

/**
 * Loads oidc-provider without its "Unsupported runtime" warning on Node 20.
 *
 * It prints that while being imported, so there is no option for it. All that the stand-in uses of it works on
 * Node 20: the end-to-end tests go through every part.
 */
export function loadOidcProvider(): Promise<OidcProvider> {
  return (loading ??= load());
}

async function load(): Promise<OidcProvider> {
  const { warn } = console;
  console.warn = (...message: unknown[]) => {
    if (!String(message[0]).includes('Unsupported runtime')) warn(...message);
  };
  try {
    return (await import('oidc-provider')).default;
  } finally {
    console.warn = warn;
  }
}
