import { waitUntil as wait } from '@open-wc/testing';

/** How long a test waits for what it knows will come: machines that run checks are shared, and slow at times. */
export const patience = 20_000;

/** Waits until `condition` holds; fails with `message` when it never does. */
export const waitUntil = (condition: () => unknown, message?: string) =>
  wait(condition, message, { interval: 10, timeout: patience });
