import { waitUntil as wait } from '@open-wc/testing';

/** How long a test waits for what it knows will come: machines that run checks are shared, and slow at times. */
export const patience = 20_000;

/** Waits until `condition` holds. What it throws means that it does not yet; the last is in the message when it never does. */
export async function waitUntil(condition: () => unknown, message = 'It never came.') {
  let reason: unknown;
  const holds = () => {
    try {
      reason = undefined;
      return condition();
    } catch (error) {
      reason = error;
      return false;
    }
  };
  await wait(holds, message, { interval: 10, timeout: patience }).catch((error: unknown) => {
    throw reason instanceof Error ? new Error(`${message} ${reason.message}`, { cause: reason }) : error;
  });
}

/** Waits a moment for what should not happen. */
export const pause = (milliseconds = 50) => new Promise((resolve) => setTimeout(resolve, milliseconds));
