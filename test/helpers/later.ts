/** A promise that the test keeps when it wants to. */
export function later<Value>() {
  let keep!: (value: Value) => void;
  const promise = new Promise<Value>((resolve) => (keep = resolve));
  return { promise, keep };
}
