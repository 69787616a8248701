type Navigation = Event & { destination: { url: string; sameDocument: boolean } };

interface Leaving {
  navigation?: EventTarget;
  /** What modules call in an engine without the Navigation API: `test/engines/leaving.mjs`. */
  leavePage?: ((url: string | URL) => void) | undefined;
}

const page = globalThis as unknown as Leaving;
const undoing: (() => void)[] = [];

/** The addresses that the page would have gone to, where it stays instead until the test ends. */
export function stayHere(): URL[] {
  const addresses: URL[] = [];
  const { navigation } = page;
  if (!navigation) {
    page.leavePage = (url) => void addresses.push(new URL(url, location.href));
    undoing.push(() => (page.leavePage = undefined));
    return addresses;
  }
  const stop = (event: Event) => {
    const { url, sameDocument } = (event as Navigation).destination;
    if (sameDocument) return;
    event.preventDefault();
    addresses.push(new URL(url));
  };
  navigation.addEventListener('navigate', stop);
  undoing.push(() => navigation.removeEventListener('navigate', stop));
  return addresses;
}

afterEach(() => undoing.splice(0).forEach((undo) => undo()));
