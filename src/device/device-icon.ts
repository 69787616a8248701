import { phoneIcon } from '../look/icons.js';

export const laptopIcon = 'M6.5 5h11A1.5 1.5 0 0 1 19 6.5V15H5V6.5A1.5 1.5 0 0 1 6.5 5zM2.5 19h19';
const tabletIcon =
  'M6.5 2.5h11A1.5 1.5 0 0 1 19 4v16a1.5 1.5 0 0 1-1.5 1.5h-11A1.5 1.5 0 0 1 5 20V4a1.5 1.5 0 0 1 1.5-1.5zM11 18.5h2';
/** Also where it is not known what kind of device it is. */
export const globeIcon =
  'M3.5 12a8.5 8.5 0 1 0 17 0 8.5 8.5 0 1 0-17 0M3.5 12h17M12 3.5c4.5 5 4.5 12 0 17M12 3.5c-4.5 5-4.5 12 0 17';

export type DeviceKind = 'mobile' | 'tablet' | 'desktop';

const icons: Record<DeviceKind, string> = { mobile: phoneIcon, tablet: tabletIcon, desktop: laptopIcon };

/** What somebody would look for on their desk; the world where that is not known. */
export const deviceIcon = (kind: DeviceKind | undefined): string => (kind ? icons[kind] : globeIcon);
