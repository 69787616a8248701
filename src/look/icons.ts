/**
 * What icons are drawn from: the `d` of one path each, on a grid of 24, drawn as lines. A page downloads those that its
 * elements name.
 */

const circle = 'M3.5 12a8.5 8.5 0 1 0 17 0 8.5 8.5 0 1 0-17 0';
const screenOfPhone =
  'M8.5 2.5h7A1.5 1.5 0 0 1 17 4v16a1.5 1.5 0 0 1-1.5 1.5h-7A1.5 1.5 0 0 1 7 20V4a1.5 1.5 0 0 1 1.5-1.5z';
const shield = 'M12 2.8l7.5 2.8v5.6c0 4.7-3.1 8.3-7.5 10-4.4-1.7-7.5-5.3-7.5-10V5.6z';

export const personIcon = 'M8 8a4 4 0 1 0 8 0 4 4 0 1 0-8 0M4.5 20.5a7.5 7.5 0 0 1 15 0';
export const shieldIcon = `${shield}m-3.2 9 2.2 2.2 4.2-4.4`;
export const screenIcon =
  'M5 4.5h14A1.5 1.5 0 0 1 20.5 6v8.5A1.5 1.5 0 0 1 19 16H5a1.5 1.5 0 0 1-1.5-1.5V6A1.5 1.5 0 0 1 5 4.5zM12 16v3.5M8 19.5h8';

export const atIcon = 'M8 12a4 4 0 1 0 8 0 4 4 0 1 0-8 0M16 8v5.2a2.6 2.6 0 0 0 5.2 0V12a9.2 9.2 0 1 0-3.7 7.4';
export const mailIcon =
  'M5 5h14a1.5 1.5 0 0 1 1.5 1.5v11A1.5 1.5 0 0 1 19 19H5a1.5 1.5 0 0 1-1.5-1.5v-11A1.5 1.5 0 0 1 5 5zM4 7l8 6 8-6';
export const phoneIcon = `${screenOfPhone}M11 18.5h2`;
export const lockIcon =
  'M6.5 10.5h11A1.5 1.5 0 0 1 19 12v7a1.5 1.5 0 0 1-1.5 1.5h-11A1.5 1.5 0 0 1 5 19v-7a1.5 1.5 0 0 1 1.5-1.5zM8 10.5v-3a4 4 0 0 1 8 0v3';

export const authenticatorIcon = `${screenOfPhone}M10 13l1.5 1.5L14.5 11`;
export const messageIcon =
  'M4.5 5h15A1.5 1.5 0 0 1 21 6.5v9a1.5 1.5 0 0 1-1.5 1.5H11l-4.5 3.5V17h-2A1.5 1.5 0 0 1 3 15.5v-9A1.5 1.5 0 0 1 4.5 5z';
export const listIcon = 'M4 6.5h2M9.5 6.5H20M4 12h2M9.5 12H20M4 17.5h2M9.5 17.5H20';
export const keyIcon = 'M3.5 15.8a4.7 4.7 0 1 0 9.4 0 4.7 4.7 0 1 0-9.4 0M11.5 12.5l9-9M16.5 7.5l3 3M14 10l2 2';
export const bellIcon = 'M6 16.5V11a6 6 0 0 1 12 0v5.5l1.5 1.5h-15zM10 21h4';
export const plusIcon = 'M12 5v14M5 12h14';

export const laptopIcon = 'M6.5 5h11A1.5 1.5 0 0 1 19 6.5V15H5V6.5A1.5 1.5 0 0 1 6.5 5zM2.5 19h19';
export const tabletIcon =
  'M6.5 2.5h11A1.5 1.5 0 0 1 19 4v16a1.5 1.5 0 0 1-1.5 1.5h-11A1.5 1.5 0 0 1 5 20V4a1.5 1.5 0 0 1 1.5-1.5zM11 18.5h2';
export const globeIcon = `${circle}M3.5 12h17M12 3.5c4.5 5 4.5 12 0 17M12 3.5c-4.5 5-4.5 12 0 17`;
export const appIcon = 'M4.5 4.5h6v6h-6zM13.5 4.5h6v6h-6zM4.5 13.5h6v6h-6zM13.5 13.5h6v6h-6z';
export const codeIcon = 'M7.5 8l-4 4 4 4M16.5 8l4 4-4 4M13.5 5l-3 14';
export const buildingIcon = 'M5 20.5V4.5h9v16M14 9.5h5v11M3 20.5h18M8 8.5h3M8 12h3M8 15.5h3';
export const saveIcon = 'M12 4v11M7.5 10.5 12 15l4.5-4.5M4.5 19.5h15';
export const binIcon =
  'M4.5 6.5h15M9.5 6.5V4.5a1 1 0 0 1 1-1h3a1 1 0 0 1 1 1v2M6.5 6.5l.8 12.5a1.5 1.5 0 0 0 1.5 1.5h6.4a1.5 1.5 0 0 0 1.5-1.5l.8-12.5';

export const problemIcon = `${circle}M12 8v4.7M12 16v.1`;
