import { ApiError } from '../errors.js';
import { requireEditable, requireFirstParty, requireReadable, requireScope, requireStepUp } from '../guards.js';
import { noContent, type Call, type Route } from '../router.js';

const trustedDevicesScope = 'urn:logto:scope:trusted_devices';
const path = '/api/my-account/trusted-devices';

/** Browsers that may skip the second factor. A Logto without development features does not know these routes. */
export const trustedDevicesRoutes: Route[] = [
  {
    method: 'GET',
    path,
    handle(call) {
      requireStepUp(call);
      requireReadable(call, 'trustedDevice');
      requireScope(call, trustedDevicesScope, 401);
      const { page, size } = paging(call);
      const devices = call.user.trustedDevices.filter(({ expiresAt }) => expiresAt > call.now);
      const shown = size === undefined ? devices : devices.slice((page - 1) * size, page * size);
      // No page has the cookie by which Logto would know the current browser.
      const body = shown.map((device) => ({ ...device, isCurrent: false }));
      return Response.json(body, {
        headers: { 'total-number': String(devices.length), link: links(call, page, size, devices.length) },
      });
    },
  },
  {
    method: 'DELETE',
    path: `${path}/:id`,
    handle(call) {
      requireStepUp(call);
      requireEditable(call, 'trustedDevice');
      requireScope(call, trustedDevicesScope, 401);
      requireFirstParty(call);
      const { user } = call;
      const remaining = user.trustedDevices.filter(({ id }) => id !== call.param('id'));
      if (remaining.length === user.trustedDevices.length) throw new ApiError('entity.not_found');
      user.trustedDevices = remaining;
      return noContent();
    },
  },
];

function paging({ url }: Call): { page: number; size: number | undefined } {
  const size = url.searchParams.get('page_size');
  return { page: Number(url.searchParams.get('page') ?? 1), size: size === null ? undefined : Number(size) };
}

/** As Logto writes them: without the `/api` that would make them work. */
function links({ url }: Call, page: number, size: number | undefined, total: number): string {
  const last = size === undefined ? 1 : Math.max(1, Math.ceil(total / size));
  const to = (rel: string, number: number) => {
    const query = new URLSearchParams({ page: String(number), ...(size !== undefined && { page_size: String(size) }) });
    return `<${url.origin}/my-account/trusted-devices?${query}>; rel="${rel}"`;
  };
  const around = [...(page > 1 ? [to('prev', page - 1)] : []), ...(page < last ? [to('next', page + 1)] : [])];
  return [to('first', 1), to('last', last), ...around].join(', ');
}
