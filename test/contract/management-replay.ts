import type { FakeLogto } from '../fake-logto/fake-logto.js';
import { managementResource } from '../fake-logto/management/data.js';
import { Names, differences } from './compare.js';
import { configure, events, ids, tenantOf, timesIn, tokenFor } from './management-set-up.js';
import { reasonAgainst, showsSomeKeys } from './management-sections.js';
import { managementRecording, type Exchange } from './recording.js';
import { bodyOf, headersThatMatter, type Outcome } from './replay.js';

const server = 'http://localhost:3001';

/** Makes the requests of a section again, to a stand-in that is as the server was when it began. */
export async function replaySection(section: string): Promise<Outcome[]> {
  const player = new Player(section);
  const outcomes: Outcome[] = [];
  for (const exchange of managementRecording.filter((each) => each.section === section)) {
    const excluded = reasonAgainst(exchange);
    outcomes.push({ exchange, excluded, differences: excluded ? [] : await player.play(exchange) });
  }
  return outcomes;
}

class Player {
  readonly #clock = { now: 0 };
  readonly #logto: FakeLogto;
  readonly #names = new Names();
  readonly #tokens = new Map<string, string>();

  constructor(section: string) {
    this.#logto = tenantOf(section, this.#clock);
    // All tokens but the latest were there before whatever ended them.
    for (const { section: other, request } of managementRecording) {
      if (other === section && request.tokenOf && !/again|phone|^otto at the third/.test(request.tokenOf))
        this.#token(request.tokenOf);
    }
  }

  async play(exchange: Exchange): Promise<string[]> {
    const { section, name, status, response: expected } = exchange;
    if (exchange.method === 'POST') this.#clock.now = Math.max(this.#clock.now, ...timesIn(expected.body));
    configure(this.#logto, exchange);
    const issued = events[`${section}/${name}`]?.(this.#logto, this.#clock) ?? [];
    for (const tokenOf of issued) this.#token(tokenOf);
    const response = await this.#logto.fetch(this.#request(exchange));
    const body = await bodyOf(response);
    this.#learnId(expected.body, body);
    return [
      ...(response.status === status ? [] : [`status: expected ${status}, got ${response.status}`]),
      ...differences(headersThatMatter(expected.headers), headersThatMatter(response.headers), this.#names),
      ...differences(comparable(expected.body), comparable(shownOf(exchange, body)), this.#names),
    ];
  }

  /** Created items have other ids here. */
  #learnId(recorded: unknown, actual: unknown): void {
    const [left, right] = [recorded, actual] as { id?: string; invitee?: string }[];
    if (left?.invitee && left.id && right?.id && !this.#names.knows(left.id)) this.#names.learn(left.id, right.id);
  }

  #request({ name, method, path, request }: Exchange): Request {
    const headers = new Headers(request.headers);
    const authorization = headers.get('authorization');
    if (authorization)
      headers.set(
        'authorization',
        this.#filled(decoded(authorization), /all scopes at/.test(name) ? 'mika at the web app' : request.tokenOf),
      );
    const permission = headers.get('logto-verification-id');
    if (permission) this.#addPermission(permission, path);
    const url = server + this.#names.translate(path);
    if (request.body === null || method === 'GET') return new Request(url, { method, headers });
    const body = typeof request.body === 'string' ? request.body : JSON.stringify(request.body);
    return new Request(url, { method, headers, body: this.#names.translate(this.#filled(body, request.tokenOf)) });
  }

  /** The text with tokens for the words that stand for them. */
  #filled(text: string, tokenOf: string | undefined): string {
    const management = (more: object) => this.#managementToken(more);
    return text
      .replace(/\bEXPIRED_MANAGEMENT_TOKEN\b/, () => management({ expiresAt: 0 }))
      .replace(/\bJWT_WITHOUT_SCOPE\b/, () => management({ scope: '' }))
      .replace(/\bJWT_FOR_ANOTHER_RESOURCE\b/, () => management({ resource: 'https://api.example.com' }))
      .replace(/\bMANAGEMENT_TOKEN\b/, () => management({}))
      .replace(/\bTOKEN\b/, () => this.#token(tokenOf ?? ''));
  }

  #managementToken(more: object): string {
    const value = `aaa.${JSON.stringify(more).replace(/\W/g, '')}.ccc`;
    const expiresAt = this.#clock.now + 3600_000;
    const token = { applicationId: 'dlxbhg0448nlttsrg07gc', scope: 'all', resource: managementResource, expiresAt };
    this.#logto.tenant.management.tokens[value] = { ...token, ...more };
    return value;
  }

  #token(tokenOf: string): string {
    // Kept, so that a token that has been revoked since stays revoked.
    const token = this.#tokens.get(tokenOf) ?? tokenFor(this.#logto, tokenOf);
    this.#tokens.set(tokenOf, token);
    return token;
  }

  /** A permission record that was made without being recorded: good where the recording says so. */
  #addPermission(id: string, path: string): void {
    const { tenant, now } = this.#logto;
    const isGood = managementRecording.some(
      ({ name, request }) => request.headers['logto-verification-id'] === id && /good V|used again/.test(name),
    );
    if (!isGood || !path.startsWith('/api/my-account') || tenant.verificationRecords.some((each) => each.id === id))
      return;
    const userId = ids['rina'] ?? '';
    tenant.verificationRecords.push({ id, type: 'Password', userId, verified: true, expiresAt: now() + 600_000 });
  }
}

/** The recorded part of a response. */
function shownOf({ omitted, response }: Exchange, body: unknown): unknown {
  if (!showsSomeKeys(omitted)) return body;
  const shown = Object.keys(response.body as object);
  return Object.fromEntries(Object.entries(body as object).filter(([key]) => shown.includes(key)));
}

/** `Basic base64(id:secret)` as it goes over the wire. */
const decoded = (authorization: string) =>
  authorization.replace(/base64\((.*)\)/, (_, credentials: string) => btoa(credentials));

/** New each time or dependent on the clock: only their presence is compared. */
const unlike = new Set([
  'access_token',
  'value',
  'verificationRecordId',
  'exp',
  'iat',
  'lastSignInAt',
  'expires_in',
  'updated_at',
]);

/** Two versions of Logto: what only the newer one says, and the claims that its error messages echo. */
const onlyOnce = new Set(['cimdClientId', 'claim', 'reason']);

/** Tokens have no order of their own: they come as the database has them. */
const inOrder = (list: unknown[]) =>
  list.some((item) => String((item as { value?: unknown } | null)?.value).startsWith('pat_'))
    ? list.toSorted((left, right) => nameOf(left).localeCompare(nameOf(right)))
    : list;

const nameOf = (item: unknown) => (item as { name: string }).name;

function comparable(body: unknown): unknown {
  if (Array.isArray(body)) return inOrder(body).map((item) => comparable(item));
  if (typeof body !== 'object' || body === null) return body;
  const isOfToken = String((body as { name?: unknown }).name).startsWith('JWT');
  const entries = Object.entries(body).filter(([key]) => !onlyOnce.has(key) && !(isOfToken && key === 'payload'));
  return Object.fromEntries(entries.map(([key, value]) => [key, unlike.has(key) ? '(something)' : comparable(value)]));
}
