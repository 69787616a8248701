/** How the tags for passkeys, sessions and devices name a browser. */
export const deviceMessages = {
  'device.browserOnSystem': '{browser} on {system}',
  'device.unknown': 'Unknown device',
};
