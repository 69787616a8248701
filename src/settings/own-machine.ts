/** Whether a host name is this machine's own, where browsers need no encryption. */
export const isOwnMachine = (hostname: string): boolean =>
  /^(([\w-]+\.)*localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
