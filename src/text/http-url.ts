/** The URL when it is an absolute http or https one: whatever else a server sends is never loaded or followed. */
export function httpUrl(value: unknown): string | undefined {
  if (typeof value !== 'string' || !URL.canParse(value)) return undefined;
  const url = new URL(value);
  return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : undefined;
}

/** The same for pictures, and pictures that are in the address itself: no script runs in an `<img>`. */
export function imageUrl(value: unknown): string | undefined {
  const isInline = typeof value === 'string' && /^data:image\/(?:svg\+xml|png|jpeg|gif|webp)[;,]/.test(value);
  return isInline ? value : httpUrl(value);
}
