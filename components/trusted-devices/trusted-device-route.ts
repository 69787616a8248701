import { AccountError } from '../../src/api/account-error.js';
import { getTrustedDevices } from '../../src/api/trusted-devices.js';
import { defineResource } from '../../src/state/account-resource.js';

/** Whether this Logto has trusted devices at all: without proof of who the user is, it refuses what it has. */
export const trustedDeviceRoute = defineResource<true>({
  field: 'trustedDevice',
  read: async (client) => {
    try {
      await getTrustedDevices(client);
    } catch (cause) {
      if (AccountError.from(cause).kind !== 'verification-required') throw cause;
    }
    return true;
  },
});
