/**
 * What icons are drawn from: the `d` of one path each, on a grid of 24, drawn as lines. Those that only one element shows
 * are with that element.
 */

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
export const listIcon = 'M4 6.5h2M9.5 6.5H20M4 12h2M9.5 12H20M4 17.5h2M9.5 17.5H20';
export const keyIcon = 'M3.5 15.8a4.7 4.7 0 1 0 9.4 0 4.7 4.7 0 1 0-9.4 0M11.5 12.5l9-9M16.5 7.5l3 3M14 10l2 2';
export const plusIcon = 'M12 5v14M5 12h14';
