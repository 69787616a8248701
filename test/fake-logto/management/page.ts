import { ApiError } from '../errors.js';
import type { Call } from '../router.js';

/**
 * One page of a list, with the headers that tell of the others. The addresses in `link` lack `/api`, as Logto's do.
 *
 * @param always Whether the list is cut also when nobody asks for a page.
 */
export function pageOf<Item>({ url }: Call, items: Item[], tell: (item: Item) => unknown): Response {
  const [page, pageSize] = [Math.floor(numberIn(url, 'page', 1)), numberIn(url, 'page_size', 20)];
  if (!(page >= 1) || !(pageSize >= 1) || pageSize > 100) throw new ApiError('guard.invalid_pagination');
  const last = Math.max(1, Math.ceil(items.length / pageSize));
  const start = (page - 1) * pageSize;
  const links: [string, number][] = [['first', 1]];
  if (page > 1) links.push(['prev', page - 1]);
  links.push(['last', last]);
  if (page < last) links.push(['next', page + 1]);
  return Response.json(items.slice(start, start + pageSize).map(tell), {
    headers: {
      'total-number': String(items.length),
      link: links.map(([rel, number]) => `<${addressOf(url, number)}>; rel="${rel}"`).join(', '),
    },
  });
}

function numberIn({ searchParams }: URL, name: string, fallback: number): number {
  const value = searchParams.get(name);
  return value === null ? fallback : Number(value);
}

function addressOf(url: URL, page: number): string {
  const query = new URLSearchParams(url.searchParams);
  query.set('page', String(page));
  return `${url.origin}${url.pathname.replace(/^\/api/, '')}?${query}`;
}
