/** How sections are addressed: by fragment, by path, or not at all. */
export type AccountRouting = 'hash' | 'history' | 'off';

export interface SectionAddress {
  readonly routing: AccountRouting;
  /** What comes before the name of a section in the path, for `history`. */
  readonly basePath: string;
}

/** The name in the address of the page, whether there is such a section or not. Never throws, whatever stands there. */
export const sectionInAddress = (address: SectionAddress): string | undefined => placeInAddress(address)?.section;

/** What the user is to do in that section, as `password` in `#security/password`. */
export const taskInAddress = (address: SectionAddress): string | undefined => placeInAddress(address)?.task;

function placeInAddress(address: SectionAddress) {
  const place = textInAddress(address);
  return place === undefined ? undefined : placeIn(place);
}

/** What begins with a slash is no section with a task: other routers write so. */
export function placeIn(place: string): { section: string; task: string | undefined } {
  const [, section = place, task] = /^([^/]+)\/(.+)$/.exec(place) ?? [];
  return { section, task };
}

function textInAddress(address: SectionAddress): string | undefined {
  if (address.routing === 'off') return undefined;
  if (address.routing === 'hash') return decoded(location.hash.slice(1));
  const path = location.pathname.replace(/\/*$/, '/');
  const base = `${pathBefore(address)}/`;
  return path.startsWith(base) ? decoded(path.slice(base.length, -1)) : undefined;
}

/** The base path with one slash before it and none behind. */
export const pathBefore = ({ basePath }: SectionAddress): string =>
  `/${basePath}`.replace(/\/+/g, '/').replace(/\/$/, '');

/** Whatever somebody has put into the address. */
function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
