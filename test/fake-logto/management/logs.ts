import { ApiError } from '../errors.js';
import type { Route } from '../router.js';
import type { Log } from './data.js';
import { pageOf } from './page.js';

export const logRoutes: Route[] = [
  {
    method: 'GET',
    path: '/api/logs',
    handle(call) {
      const { searchParams } = call.url;
      const [start, end] = ['start_time', 'end_time'].map((name) => {
        const value = searchParams.get(name);
        if (value !== null && !/^-?\d+$/.test(value))
          throw new ApiError('guard.invalid_input', { values: { source: name } });
        return value === null ? undefined : Number(value);
      });
      if (start !== undefined && end !== undefined && end <= start) throw new ApiError('log.invalid_time_window');
      const is = (name: string, value: string | undefined) =>
        !searchParams.has(name) || searchParams.get(name) === value;
      const found = call.tenant.management.logs.filter(
        ({ key, payload, createdAt }) =>
          is('userId', payload.userId) &&
          is('applicationId', payload.applicationId) &&
          is('logKey', key) &&
          createdAt >= (start ?? -Infinity) &&
          createdAt <= (end ?? Infinity),
      );
      return pageOf(
        call,
        found.sort((left, right) => right.createdAt - left.createdAt),
        told,
      );
    },
  },
  {
    method: 'GET',
    path: '/api/logs/:id',
    handle(call) {
      const id = call.param('id');
      const log = call.tenant.management.logs.find((each) => each.id === id);
      if (!log) throw new ApiError('entity.not_exists_with_id', { values: { entity: 'logs', id } });
      return Response.json(told(log));
    },
  },
];

const told = (log: Log) => ({ tenantId: 'default', ...log });
