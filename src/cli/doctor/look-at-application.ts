import { createHash, randomBytes } from 'node:crypto';

import { finding, type Finding } from '../../findings/finding.js';
import { requirementsByElement } from '../../settings/requirements-by-element.js';
import { getOwn } from '../../untrusted.js';
import { ask, problemIn, type Answer } from '../http.js';
import type { Page } from './page.js';

/** Nobody is signed in here, and nobody is to be asked to. These answers mean that everything else was right. */
const asExpected = ['login_required', 'consent_required', 'interaction_required'];

/** Whether the application is there and sends people back to the page: what Logto answers to the requests of a sign-in. */
export async function lookAtApplication(page: Page): Promise<Finding[]> {
  const signIn = whatItSays(page, await ask(authorizationUrl(page)));
  return signIn.code === 'app_unknown' ? [signIn] : [signIn, ...(await lookAtSigningOut(page))];
}

function authorizationUrl({ endpoint, appId, redirectUri }: Page): string {
  const url = new URL(`${endpoint}/oidc/auth`);
  const scopes = new Set(Object.values(requirementsByElement).flatMap((needs) => needs.scopes));
  url.search = new URLSearchParams({
    client_id: appId,
    redirect_uri: redirectUri,
    response_type: 'code',
    scope: ['openid', ...scopes].join(' '),
    state: randomBytes(16).toString('hex'),
    code_challenge: createHash('sha256').update(randomBytes(32)).digest('base64url'),
    code_challenge_method: 'S256',
    prompt: 'none',
  }).toString();
  return url.href;
}

function whatItSays({ appId, redirectUri }: Page, answer: Answer): Finding {
  const error = getOwn(answer.body, 'error');
  if (error === 'invalid_client') return finding('app_unknown', { appId });
  if (error === 'invalid_redirect_uri') {
    const reason = String(getOwn(answer.body, 'error_description'));
    return reason.includes('fragment')
      ? finding('redirect_uris_unusable', { appId, reason })
      : finding('redirect_uri_not_registered', { appId, redirectUri });
  }
  const sentBackWith = errorIn(answer.headers.get('location'));
  if (sentBackWith === 'invalid_scope') return finding('third_party_app', { appId });
  if (asExpected.includes(sentBackWith ?? '')) return finding('redirect_uri_registered', { appId, redirectUri });
  return finding('app_not_looked_at', { appId, reason: sentBackWith ?? problemIn(answer) });
}

function errorIn(location: string | null): string | undefined {
  const error = location && URL.canParse(location) ? new URL(location).searchParams.get('error') : null;
  return error && /^\w{1,50}$/.test(error) ? error : undefined;
}

async function lookAtSigningOut(page: Page): Promise<Finding[]> {
  const { endpoint, appId, redirectUri } = page;
  const query = new URLSearchParams({ client_id: appId, post_logout_redirect_uri: redirectUri });
  const { status } = await ask(`${endpoint}/oidc/session/end?${query}`);
  if (status >= 500) return [];
  return [finding(status < 400 ? 'sign_out_uri_registered' : 'sign_out_uri_not_registered', page)];
}
