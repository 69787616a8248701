/** How the elements for passkeys, sessions and devices name a browser. */
export const deviceMessages = {
  'device.browserOnSystem': '{browser} on {system}',
  'device.place': '{city}, {country}',
  'device.unknown': 'Unknown device',
};
