/** A browser behind a WebDriver server, with the few commands that tests need: https://www.w3.org/TR/webdriver2/ */
export class WebDriver {
  #session;

  /** Starts a browser by the server at this address, which may need a moment until it answers. */
  static async start(server, capabilities) {
    const deadline = Date.now() + 10_000;
    while (!(await isReady(server))) {
      if (Date.now() > deadline) throw new Error(`No WebDriver answers at ${server}.`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    const { sessionId } = await ask(`${server}/session`, 'POST', { capabilities: { alwaysMatch: capabilities } });
    return new WebDriver(`${server}/session/${sessionId}`);
  }

  constructor(session) {
    this.#session = session;
  }

  open = (url) => this.#do('url', { url });
  address = () => ask(`${this.#session}/url`, 'GET');
  quit = () => ask(this.#session, 'DELETE');

  /** Each action is one step of the keyboard; which keys are down is remembered until they are up again. */
  keys = (actions) => this.#do('actions', { actions: [{ type: 'key', id: 'keyboard', actions }] });
  pointer = (actions) => this.#do('actions', { actions: [{ type: 'pointer', id: 'mouse', actions }] });

  #do = (command, body) => ask(`${this.#session}/${command}`, 'POST', body);
}

const isReady = (server) =>
  ask(`${server}/status`, 'GET').then(
    ({ ready }) => ready,
    () => false,
  );

async function ask(url, method, body) {
  const response = await fetch(url, { method, body: body && JSON.stringify(body) });
  const { value } = await response.json();
  if (!response.ok) throw new Error(`${value.error}: ${value.message}`);
  return value;
}
