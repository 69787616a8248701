import { globeIcon, laptopIcon, phoneIcon, tabletIcon } from '../look/icons.js';

export type DeviceKind = 'mobile' | 'tablet' | 'desktop';

const icons: Record<DeviceKind, string> = { mobile: phoneIcon, tablet: tabletIcon, desktop: laptopIcon };

/** What somebody would look for on their desk; the world where that is not known. */
export const deviceIcon = (kind: DeviceKind | undefined): string => (kind ? icons[kind] : globeIcon);
