import { waitUntil as wait } from '@open-wc/testing';

/** The timeout of waits. It is long because machines that run checks are often shared and slow. */
export const patience = 20_000;

/** Waits until `condition` is true. If it throws, it is not; the last error is in the message of a timeout. */
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

/** Waits a moment for something that must not happen. */
export const pause = (milliseconds = 50) => new Promise((resolve) => setTimeout(resolve, milliseconds));
