/** The answer itself with an `ETag`, or a 304 when the caller has just that already. Only for successful reads. */
export async function withETag(response: Response, request: Request): Promise<Response> {
  const isJson = response.headers.get('content-type')?.startsWith('application/json');
  if (request.method !== 'GET' || response.status !== 200 || !isJson) return response;
  const body = await response.text();
  const headers = new Headers(response.headers);
  const etag = `"${body.length.toString(16)}-${checksum(body)}"`;
  headers.set('etag', etag);
  if (request.headers.get('if-none-match') !== etag) return new Response(body, { status: 200, headers });
  headers.delete('content-type');
  return new Response(null, { status: 304, headers });
}

/** FNV-1a. Not SHA-1 as in Logto, because pages without HTTPS have no `crypto.subtle`. */
function checksum(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193) >>> 0;
  }
  return hash.toString(16).padStart(8, '0');
}
