/** A promise that the test keeps, or breaks, when it wants to. */
export function later<Value>() {
  let keep!: (value: Value) => void;
  let fail!: (reason: unknown) => void;
  const promise = new Promise<Value>((resolve, reject) => {
    keep = resolve;
    fail = reject;
  });
  return { promise, keep, fail };
}
