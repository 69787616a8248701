/** A page, seen as a place for passkeys. */
export interface PasskeyPlace {
  /** Of the page, e.g. `https://app.example.com`. */
  origin: string;
  /** Host name of Logto: it is the relying party of every passkey. */
  rpId: string;
  /** Whether the browser lets the page use what needs HTTPS. */
  isSecure: boolean;
  /** Other origins at which the tenant allows its passkeys; `undefined` when that is not known. */
  relatedOrigins: readonly string[] | undefined;
  /** Whether the browser can go by that list; `undefined` when it does not say. */
  followsRelatedOrigins: boolean | undefined;
}

/**
 * Whether the page can create passkeys for Logto's host; `undefined` when only a try can show it.
 *
 * Rules: https://www.w3.org/TR/webauthn-3/#sctn-related-origins
 */
export function canCreatePasskeys(place: PasskeyPlace): boolean | undefined {
  const { hostname } = new URL(place.origin);
  if (!place.isSecure || isAddress(hostname)) return false;
  if (hostname === place.rpId || hostname.endsWith(`.${place.rpId}`)) return true;
  if (place.followsRelatedOrigins === false) return false;
  return place.relatedOrigins?.includes(place.origin);
}

/** An IP address is no relying party. */
const isAddress = (hostname: string) => /^[\d.]+$|^\[/.test(hostname);

/** What the browser says of itself. Older ones say nothing. */
export async function followsRelatedOrigins(): Promise<boolean | undefined> {
  try {
    return (await globalThis.PublicKeyCredential?.getClientCapabilities?.())?.['relatedOrigins'];
  } catch {
    return undefined;
  }
}

/** Whether the server of the page, and of the page around it, let it create passkeys. Where the browser does not say, they do. */
export function mayCreatePasskeys(): boolean {
  type Policy = { allowsFeature(name: string): boolean };
  const { permissionsPolicy, featurePolicy } = document as { permissionsPolicy?: Policy; featurePolicy?: Policy };
  return (permissionsPolicy ?? featurePolicy)?.allowsFeature('publickey-credentials-create') ?? true;
}
