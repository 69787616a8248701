import { readFileSync } from 'node:fs';

import { Ajv2020 } from 'ajv/dist/2020.js';

interface Operation {
  operationId: string;
  requestBody?: object;
  responses: Record<string, Described>;
  [key: string]: unknown;
}

type Described = { $ref: string } | { content?: { 'application/json': { schema: object } } };

const file = new URL('../../src/server/account-api.openapi.json', import.meta.url);

export const description = JSON.parse(readFileSync(file, 'utf8')) as {
  openapi: string;
  paths: Record<string, Record<string, Operation>>;
  components: { responses: Record<string, Exclude<Described, { $ref: string }>>; schemas: Record<string, object> };
};

/** The operations by name, with method and path. */
export const operations = Object.fromEntries(
  Object.entries(description.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => [
      operation.operationId,
      { method: method.toUpperCase(), path, operation },
    ]),
  ),
);

const ajv = new Ajv2020({ strict: false, allErrors: true });
ajv.addSchema({ $id: 'description', ...description });

function schemaOf(operationId: string, status: number): object | undefined {
  const described = operations[operationId]?.operation.responses[status];
  if (!described) throw new Error(`${operationId} is not said to answer ${status}.`);
  const response =
    '$ref' in described ? description.components.responses[described.$ref.replace(/^.*\//, '')] : described;
  return response?.content?.['application/json'].schema;
}

/** What of this answer is not as it is described; nothing when all is. */
export function mistakesIn(operationId: string, status: number, text: string): string[] {
  const schema = schemaOf(operationId, status);
  if (!schema) return text === '' ? [] : [`${operationId} ${status} has a body`];
  const referring = JSON.stringify(schema).replaceAll('"#/', '"description#/');
  const validate = ajv.compile(JSON.parse(referring) as object);
  if (validate(JSON.parse(text))) return [];
  return (validate.errors ?? []).map(
    ({ instancePath, message }) => `${operationId} ${status} ${instancePath}: ${message}`,
  );
}

/** All documented outcomes: `operation status code`, and `operation status` for success. */
export function describedOutcomes(): Set<string> {
  const outcomes = Object.entries(operations).flatMap(([id, { operation }]) =>
    Object.keys(operation.responses).flatMap((status) => {
      const codes = codesIn(schemaOf(id, Number(status)));
      return codes.length > 0 ? codes.map((code) => `${id} ${status} ${code}`) : [`${id} ${status}`];
    }),
  );
  return new Set(outcomes);
}

function codesIn(schema: object | undefined): string[] {
  const { allOf = [] } = (schema ?? {}) as { allOf?: { properties?: { code: { enum: string[] } } }[] };
  return allOf.flatMap(({ properties }) => properties?.code.enum ?? []);
}
