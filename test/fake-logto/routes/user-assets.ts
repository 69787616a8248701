import { ApiError } from '../errors.js';
import { requireEditable, requireFirstParty, requireScope } from '../guards.js';
import { newId } from '../ids.js';
import type { Call, Route } from '../router.js';
import { array, check, object, type Schema } from '../schema.js';

/** Logto's list of image types for uploads. */
const imageTypes = [
  'image/jpeg',
  'image/png',
  'image/gif',
  'image/vnd.microsoft.icon',
  'image/svg+xml',
  'image/tiff',
  'image/webp',
  'image/bmp',
];

const maxSize = 8 * 1024 * 1024;

const anything: Schema = () => [];

export const userAssetsRoutes: Route[] = [
  {
    method: 'POST',
    path: '/api/my-account/user-assets/avatar',
    async handle(call) {
      const [file] = await uploadedFiles(call);
      requireScope(call, 'profile', 400);
      requireEditable(call, 'avatar');
      requireFirstParty(call);
      if (!file || !imageTypes.includes(file.type)) throw new ApiError('guard.mime_type_not_allowed');
      if (file.size > maxSize) throw new ApiError('guard.file_size_exceeded');
      const { storage } = call.tenant;
      if (!storage) throw new ApiError('storage.not_configured');
      const day = new Date(call.now).toISOString().slice(0, 10).replaceAll('-', '/');
      const name = encodeURIComponent(file.name);
      const path = `/user-assets/default/${call.user.id}/${day}/${newId(8)}/${name}`;
      // A copy, since a form's content may be released with its request.
      storage[path] = new Blob([await file.arrayBuffer()], { type: file.type });
      return Response.json({ url: call.url.origin + path });
    },
  },
  {
    // Not Logto's but its storage provider's, at which images are public.
    method: 'GET',
    path: '/user-assets/:tenant/:user/:year/:month/:day/:id/:name',
    handle({ tenant, url }) {
      const file = tenant.storage?.[url.pathname];
      if (!file) return new Response('Not Found', { status: 404 });
      return new Response(file, {
        headers: { 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin' },
      });
    },
  },
];

/** The files of the form field `file`. */
async function uploadedFiles({ request }: Call): Promise<File[]> {
  const isForm = request.headers.get('content-type')?.startsWith('multipart/form-data');
  const form = isForm ? await request.formData() : undefined;
  const files = form?.getAll('file').filter((entry) => entry instanceof File) ?? [];
  check(object({ file: array(anything) }), form && { file: files.length > 0 ? files : undefined }, 'files');
  return files;
}
