/**
 * Runs in a page before anything else does: takes away what is different each time. The clock stands still, and what is
 * random depends only on the story and on how much was asked for before.
 */
export function fixWorld(now: number): void {
  const stopped = () => now;
  globalThis.Date = new Proxy(Date, {
    construct: (target, args, newTarget) =>
      Reflect.construct(target, args.length ? args : [now], newTarget) as InstanceType<typeof Date>,
    apply: (target) => new target(now).toString(),
    get: (target, key): unknown => (key === 'now' ? stopped : Reflect.get(target, key)),
  });
  performance.now = () => 0; // countdowns go by it

  // One sequence for each length: who asks for ids meanwhile does not change a code.
  let sequences = new Map<number | string, () => number>();
  let story = '';
  const sequence = (of: number | string) => {
    const next = sequences.get(of) ?? numbersFrom(`${story} ${of}`);
    sequences.set(of, next);
    return next;
  };
  /** A small generator of numbers below 2³² (mulberry32), started with a text. */
  function numbersFrom(text: string): () => number {
    let state = [...text].reduce((sum, character) => Math.imul(sum ^ character.charCodeAt(0), 0x01000193), 0x811c9dc5);
    return () => {
      state = (state + 0x6d2b79f5) | 0;
      let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
      mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
      return (mixed ^ (mixed >>> 14)) >>> 0;
    };
  }
  const fill = <View extends ArrayBufferView | null>(view: View): View => {
    if (!view) return view;
    const bytes = new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
    const next = sequence(bytes.length);
    bytes.forEach((_, index) => (bytes[index] = next() & 0xff));
    return view;
  };
  const uuid = () => {
    const hex = Array.from({ length: 4 }, () => sequence('uuid')().toString(16).padStart(8, '0')).join('');
    return hex.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, '$1-$2-4$3-a$4-$5');
  };
  Object.assign(crypto, { getRandomValues: fill, randomUUID: uuid });
  Math.random = () => sequence('Math.random')() / 2 ** 32;

  /** Another story begins. Its ids are its own, so that nothing is taken for that of the story before. */
  Object.assign(globalThis, {
    beginStory: (id: string) => {
      story = id;
      sequences = new Map();
    },
  });
}
