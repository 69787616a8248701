import { ApiError } from '../errors.js';
import { requireFirstParty, requireScope } from '../guards.js';
import type { Call, Route } from '../router.js';
import { object, string } from '../schema.js';
import type { SocialTokens } from '../record-types.js';
import { findVerifiedRecord } from '../verification-records.js';

const path = '/api/my-account/identities/:target/access-token';

/** Providers' own access tokens, which Logto can keep for the application. */
export const identityTokensRoutes: Route[] = [
  {
    method: 'GET',
    path,
    handle(call) {
      requireScope(call, 'identities', 403);
      const target = call.param('target');
      const tokens = call.user.socialTokens[target];
      if (!tokens) throw new ApiError('secrets.third_party_token_set.token_not_found');
      if (tokens.expiresAt !== undefined && tokens.expiresAt <= call.now) {
        delete call.user.socialTokens[target];
        throw new ApiError('secrets.third_party_token_set.access_token_expired');
      }
      return Response.json(publicTokens(call, tokens));
    },
  },
  {
    method: 'PUT',
    path,
    async handle(call) {
      const body = await call.body<{ verificationRecordId: string }>(object({ verificationRecordId: string() }));
      requireScope(call, 'identities', 403);
      requireFirstParty(call);
      const { social } = findVerifiedRecord(call, body.verificationRecordId, 'Social');
      if (!social) throw new ApiError('verification_record.not_found');
      const expected = call.param('target');
      const { target, userInfo, tokens } = social;
      if (target !== expected) {
        throw new ApiError('verification_record.social_verification.invalid_target', {
          values: { expected, actual: target },
        });
      }
      if (call.user.identities[target]?.userId !== userInfo?.id) {
        throw new ApiError('user.identity_not_exists_in_current_user');
      }
      if (!tokens) throw new ApiError('verification_record.social_verification.token_response_not_found');
      call.user.socialTokens[target] = tokens;
      return Response.json(publicTokens(call, tokens));
    },
  },
  {
    method: 'GET',
    path: '/api/my-account/sso-identities/:connectorId/access-token',
    handle(call) {
      requireScope(call, 'identities', 403);
      throw new ApiError('secrets.third_party_token_set.token_not_found');
    },
  },
];

function publicTokens({ now }: Call, { expiresAt, ...tokens }: SocialTokens): object {
  return { ...tokens, ...(expiresAt !== undefined && { expires_in: Math.round((expiresAt - now) / 1000) }) };
}
