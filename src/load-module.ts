import { AccountError } from './api/account-error.js';

/** Loads a part of the library that is not needed at first paint. That it cannot be had means the network is gone. */
export async function loadModule<Module>(load: () => Promise<Module>): Promise<Module> {
  try {
    return await load();
  } catch (cause) {
    throw new AccountError('network', 'module_not_loaded', { cause });
  }
}
