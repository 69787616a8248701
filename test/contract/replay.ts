import type { FakeLogto } from '../fake-logto/fake-logto.js';
import { fromBase64Url, toBase64Url } from '../fake-logto/ids.js';
import { totpCode } from '../fake-logto/totp.js';
import { Names, differences } from './compare.js';
import { exclusion, recording, type Exchange } from './recording.js';
import { addPermission, events } from './events.js';
import { configure, recordedTenant, tokenFor, userIds } from './set-up.js';

const server = 'http://localhost:3001';

/** How one exchange went. */
export interface Outcome {
  exchange: Exchange;
  /** Why it was not replayed. */
  excluded?: string;
  differences: string[];
}

/** Sends all recorded requests in order to one stand-in. */
export async function replay(exchanges = recording, logto = recordedTenant()): Promise<Outcome[]> {
  const player = new Player(logto);
  const outcomes: Outcome[] = [];
  for (const exchange of exchanges) {
    const excluded = exclusion(exchange);
    outcomes.push({ exchange, excluded, differences: excluded ? [] : await player.play(exchange) });
  }
  return outcomes;
}

class Player {
  readonly #names = new Names();
  readonly #tokens = new Map<string, string>();
  #etag = '';

  constructor(readonly logto: FakeLogto) {}

  /** Sends the request, and returns how the response differs from the recorded one. */
  async play(exchange: Exchange): Promise<string[]> {
    configure(this.logto, exchange);
    const issued = events[`${exchange.section}/${exchange.name}`]?.(this.logto);
    if (issued) this.#token(issued);
    const response = await this.logto.fetch(this.#request(exchange));
    this.#etag = response.headers.get('etag') ?? this.#etag;
    const { status, response: expected } = exchange;
    const statusOf = (value: number) => (value === status ? [] : [`status: expected ${status}, got ${value}`]);
    return [
      ...statusOf(response.status),
      ...differences(headersThatMatter(expected.headers), headersThatMatter(response.headers), this.#names),
      ...differences(expected.body, await bodyOf(response), this.#names),
    ];
  }

  #request({ section, name, method, path, request }: Exchange): Request {
    const headers = new Headers(request.headers);
    if (headers.get('authorization') === 'Bearer TOKEN') {
      headers.set('authorization', `Bearer ${this.#token(request.tokenOf)}`);
    }
    if (headers.has('if-none-match')) headers.set('if-none-match', this.#etag);
    const permission = headers.get('logto-verification-id');
    if (permission) headers.set('logto-verification-id', this.#permission(permission, request.tokenOf));
    const url = server + this.#names.translate(path);
    if (request.body === '(multipart/form-data, field file)') {
      headers.delete('content-type');
      return new Request(url, { method, headers, body: upload(name) });
    }
    if (request.body === null || method === 'GET') return new Request(url, { method, headers });
    const body = typeof request.body === 'string' ? request.body : this.#body(`${section}/${name}`, request.body);
    return new Request(url, { method, headers, body });
  }

  #token(tokenOf = 'rec'): string {
    // Kept, so that a token that has been revoked since stays revoked.
    const token = this.#tokens.get(tokenOf) ?? tokenFor(this.logto, tokenOf);
    this.#tokens.set(tokenOf, token);
    return token;
  }

  /** The stand-in's id of a permission record, which is made now when the recording does not show how it was made. */
  #permission(recorded: string, tokenOf = 'rec'): string {
    const isKnown = this.#names.knows(recorded) || recorded.length < 21;
    if (!isKnown) {
      const [name = 'rec'] = tokenOf.match(/^\w+/) ?? [];
      addPermission(this.logto, recorded, userIds[name] ?? '');
      this.#names.learn(recorded, recorded);
    }
    return this.#names.translate(recorded);
  }

  /** The body in the stand-in's words: its ids, secrets and challenges, and the codes that fit them. */
  #body(name: string, recorded: unknown): string {
    const body = JSON.parse(this.#names.translate(JSON.stringify(recorded))) as Record<string, string>;
    const isWrongOnPurpose = /^(0{6}|1{6}|123456)$/.test(body.code ?? '');
    if (body.verificationId && !isWrongOnPurpose) body.code = this.#sentCode(body.verificationId) ?? body.code ?? '';
    if (body.secret && body.code && !isWrongOnPurpose) {
      const age = name.endsWith('TOTP code of 5 minutes ago') ? 5 * 60 * 1000 : 0;
      body.code = totpCode(body.secret, this.logto.now() - age);
    }
    const { response } = (body.payload ?? {}) as { response?: { clientDataJSON: string } };
    if (response) {
      const clientData = this.#names.translate(fromBase64Url(response.clientDataJSON));
      response.clientDataJSON = toBase64Url(new TextEncoder().encode(clientData));
    }
    return JSON.stringify(body);
  }

  #sentCode(id: string): string | undefined {
    return this.logto.tenant.verificationRecords.find((record) => record.id === id)?.code?.value;
  }
}

/** CORS, allowed methods, and the pagination of lists. */
export function headersThatMatter(headers: Headers | Record<string, string>): Record<string, string> {
  const entries = headers instanceof Headers ? [...headers] : Object.entries(headers);
  const others = ['allow', 'link', 'total-number'];
  return Object.fromEntries(entries.filter(([name]) => name.startsWith('access-control-') || others.includes(name)));
}

export async function bodyOf(response: Response): Promise<unknown> {
  const text = await response.text();
  if (text === '') return null;
  return response.headers.get('content-type')?.startsWith('application/json') ? JSON.parse(text) : text;
}

/** The recording names files and does not have them. */
function upload(name: string): FormData {
  const form = new FormData();
  const size = name.endsWith('9 MB') ? 9 * 1024 * 1024 : 4;
  const type = /not an image|9 MB/.test(name) ? 'application/octet-stream' : 'image/png';
  form.set(name.endsWith('wrong field name') ? 'image' : 'file', new File([new Uint8Array(size)], 'me.png', { type }));
  return form;
}
