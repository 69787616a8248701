import { html } from 'lit';

/** A place and an address, as far as they are known. An address reads from left to right in every language. */
export function whereabouts(place: string, ip: string | null | undefined) {
  if (!ip) return place;
  return html`${place && `${place} · `}<bdi dir="ltr">${ip}</bdi>`;
}
