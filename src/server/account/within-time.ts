/**
 * The work, or what `late` says when the signal or so many milliseconds are over before. What does not end goes on without
 * anybody who waits for it.
 */
export async function withinTime<Value>(
  work: Value | PromiseLike<Value>,
  limit: AbortSignal | number,
  late: () => Error,
): Promise<Value> {
  let stop = () => {};
  const timeUp = new Promise<never>((_, reject) => {
    const end = () => reject(late());
    if (typeof limit === 'number') {
      // Not `AbortSignal.timeout`, for which Node does not stay.
      const timer = setTimeout(end, limit);
      stop = () => clearTimeout(timer);
      return;
    }
    if (limit.aborted) end();
    limit.addEventListener('abort', end);
    stop = () => limit.removeEventListener('abort', end);
  });
  try {
    return await Promise.race([work, timeUp]);
  } finally {
    stop();
  }
}
