/** What `<logto-trusted-devices>` says. */
export const trustedDeviceMessages = {
  'trustedDevices.heading': 'Trusted devices',
  'trustedDevices.locked': 'Devices you trust',
  'trustedDevices.lockedValue': 'They are not asked for a second step. To see them, confirm that it is you.',
  'trustedDevices.showLabel': 'Show trusted devices',
  'trustedDevices.shown': { one: 'You trust {count} device.', other: 'You trust {count} devices.' },
  'trustedDevices.none': 'You trust no device: a second step is asked for everywhere.',
  'trustedDevices.added': 'Trusted since {date}',
  'trustedDevices.used': 'last used {date}',
  'trustedDevices.expires': 'trusted until {date}',
  'trustedDevices.confirm': 'Stop trusting {device}? It is asked for a second step the next time.',
  'trustedDevices.removed': '{device} is no longer trusted.',
};
