/** What `<logto-trusted-devices>` says. */
export const trustedDeviceMessages = {
  'trustedDevices.heading': 'Trusted devices',
  'trustedDevices.locked': 'Devices you trust',
  'trustedDevices.lockedValue': 'You are not asked for a second step on these devices. To see them, confirm it’s you.',
  'trustedDevices.showLabel': 'Show trusted devices',
  'trustedDevices.shown': { one: 'You trust {count} device.', other: 'You trust {count} devices.' },
  'trustedDevices.none': 'No trusted devices. You are asked for a second step on every device.',
  'trustedDevices.added': 'Trusted since {date}',
  'trustedDevices.used': 'last used {date}',
  'trustedDevices.expires': 'trusted until {date}',
  'trustedDevices.confirm': 'Stop trusting {device}? You will be asked for a second step on it next time.',
  'trustedDevices.removed': '{device} is no longer trusted.',
};
