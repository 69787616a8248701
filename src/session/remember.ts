/** Caches the last result of a function of one argument. */
export function remember<Argument, Result>(compute: (argument: Argument) => Result): (argument: Argument) => Result {
  let last: { argument: Argument; result: Result } | undefined;
  return (argument) => {
    if (!last || !Object.is(last.argument, argument)) last = { argument, result: compute(argument) };
    return last.result;
  };
}
