import type { FakeLogto } from '../fake-logto/fake-logto.js';
import { ada } from '../fake-logto/fake-logto.js';

const endpoint = 'https://tenant.example';

export interface Asking {
  /** The demo user's when not given. */
  token?: string;
  /** A form, or something to send as JSON. */
  body?: object;
  headers?: Record<string, string>;
}

/** The properties of responses that tests read; each response has only some. */
export interface AnswerBody {
  code: string;
  verificationRecordId: string;
  url: string;
  username: string | null;
  avatar: string | null;
  profile: Record<string, unknown>;
  customData: Record<string, unknown>;
  sessions: { isCurrent: boolean }[];
  registrationOptions: { challenge: string };
  data?: { message: string };
}

/** Asks a stand-in, and reads its answer to the end. */
export async function ask(logto: FakeLogto, method: string, path: string, asking: Asking = {}) {
  const { token = logto.issueToken(ada), body, headers } = asking;
  const isForm = body instanceof FormData;
  const response = await logto.fetch(
    new Request(endpoint + path, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        ...(body && !isForm && { 'content-type': 'application/json' }),
        ...headers,
      },
      body: isForm ? body : body && JSON.stringify(body),
    }),
  );
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.startsWith('application/json');
  const answer = (isJson ? JSON.parse(text) : {}) as AnswerBody;
  return { status: response.status, headers: response.headers, body: answer };
}

/** The id of a permission record of the demo user. */
export async function verifyPassword(logto: FakeLogto): Promise<string> {
  const { body } = await ask(logto, 'POST', '/api/verifications/password', { body: { password: 'Walnut-Lamp!73' } });
  return body.verificationRecordId;
}
