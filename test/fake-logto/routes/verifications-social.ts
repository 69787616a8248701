import { ApiError } from '../errors.js';
import type { Call, Route } from '../router.js';
import { object, optional, string } from '../schema.js';
import type { SocialSignIn, SocialUserInfo } from '../record-types.js';
import type { Connector } from '../tenant-types.js';
import { addRecord, findRecord } from '../verification-records.js';

interface Start {
  connectorId: string;
  state: string;
  redirectUri: string;
  scope?: string;
}

/** Linking starts and ends here. Logto forgot these two when it shut third-party applications out. */
export const verificationsSocialRoutes: Route[] = [
  {
    method: 'POST',
    path: '/api/verifications/social',
    async handle(call) {
      const body = await call.body<Start>(
        object({ state: string(), redirectUri: string(), connectorId: string(), scope: optional(string()) }),
      );
      const { tenant } = call;
      const connector = tenant.connectors.find(({ id }) => id === body.connectorId);
      if (!connector) throw new ApiError('session.invalid_connector_id', { values: { id: body.connectorId } });
      if (connector.type !== 'Social') throw new ApiError('connector.unexpected_type');
      if (!body.state || !body.redirectUri) throw new ApiError('session.insufficient_info');
      const { target = connector.id } =
        tenant.signInExperience.socialConnectors.find(({ id }) => id === connector.id) ?? {};
      const record = addRecord(call, {
        type: 'Social',
        verified: false,
        social: { connectorId: connector.id, target, scope: body.scope },
      });
      return Response.json(
        {
          verificationRecordId: record.id,
          authorizationUri: authorizationUri(connector, body),
          expiresAt: new Date(record.expiresAt).toISOString(),
        },
        { status: 201 },
      );
    },
  },
  {
    method: 'POST',
    path: '/api/verifications/social/verify',
    async handle(call) {
      const { verificationRecordId, connectorData } = await call.body<{
        verificationRecordId: string;
        connectorData: Record<string, string>;
      }>(object({ connectorData: object(), verificationRecordId: string() }));
      const record = findRecord(call, verificationRecordId, 'Social');
      if (!record.social) throw new ApiError('verification_record.not_found');
      const { connectorId } = record.social;
      const connector = call.tenant.connectors.find(({ id }) => id === connectorId);
      Object.assign(record.social, askProvider(call, connectorData, connector?.redeem));
      record.verified = true;
      return Response.json({ verificationRecordId });
    },
  },
];

function authorizationUri({ authorizationEndpoint = '', parameters, scope = '' }: Connector, start: Start): string {
  const uri = new URL(authorizationEndpoint);
  const query = { ...parameters, redirect_uri: start.redirectUri, state: start.state, scope: start.scope ?? scope };
  for (const [name, value] of Object.entries(query)) uri.searchParams.set(name, value);
  return uri.href;
}

/** The user who has signed in at the provider. */
function askProvider({ now }: Call, data: Record<string, string>, redeem: Connector['redeem']): SocialSignIn {
  const { code, error, redirectUri = '' } = data;
  if (redeem && error) throw asConnectorError(data);
  if (!code) throw invalidResponse(JSON.stringify(data));
  if (!redeem) return readCallback(data, now);
  const signIn = redeem(code, redirectUri);
  if (!signIn) throw invalidResponse('The provider does not know the code.');
  return signIn;
}

/**
 * Without a provider, each connector works like Logto's own mock connector, which is told so in the callback. A callback
 * with nothing but a code, as real providers send it, is somebody whom nobody else knows.
 */
function readCallback(data: Record<string, string>, now: number): SocialSignIn {
  const { code, userId, name, email, avatar, accessToken, expiresIn } = data;
  const userInfo: SocialUserInfo = { id: userId ?? `user-of-${code}`, name, email, avatar, rawData: data };
  const expiresAt = now + Number(expiresIn ?? 3600) * 1000;
  const tokens = accessToken ? { access_token: accessToken, token_type: 'Bearer', expiresAt } : undefined;
  return { userInfo, tokens };
}

/** Connectors distinguish a user who canceled from a failure. */
function asConnectorError({ error, error_description: errorDescription }: Record<string, string>): ApiError {
  if (error === 'access_denied') {
    const data = errorDescription === undefined ? undefined : { message: errorDescription };
    return new ApiError('connector.authorization_failed', { data });
  }
  const values = { errorDescription: errorDescription ? `\n${errorDescription}` : '' };
  return new ApiError('connector.general', { data: { error, errorDescription }, values });
}

const invalidResponse = (message: string) => new ApiError('connector.invalid_response', { data: { message } });
