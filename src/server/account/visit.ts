import type { AuditDetails } from './audit.js';
import type { Capabilities, Capability } from './capabilities.js';
import { readBody, type FieldReader } from './body.js';
import type { Management, ManagementRequest } from './management.js';
import type { LogtoAnswer, LogtoRequest } from './logto.js';
import type { Visitor } from './person.js';
import type { Deletion } from './deletion.js';

/** One request, after its token turned out to be good. */
export interface Visit {
  request: Request;
  url: URL;
  params: Record<string, string>;
  visitor: Visitor;
  signal: AbortSignal;
  now: number;
  capabilities: Capabilities;
  management: Management;
  deletion: Deletion;
  /** The name of an application or organization, or `null` when there is none any more. */
  nameOf(kind: 'applications' | 'organizations', id: string): Promise<string | null>;
  /** Throws a `Problem` unless a good proof came with the request. Gives a name for it. */
  prove(): Promise<string>;
  /** Takes a proof for good. */
  useProof(proof: string): Promise<void>;
  /** Why the host does not want the account deleted, in words for the person; `undefined` when it does not mind. */
  refusalOfDeletion(): Promise<string | undefined>;
  /** Tells the host that the account is gone. */
  afterDelete(): Promise<void>;
  /** Tells the host of a change. */
  audit(details: AuditDetails): Promise<void>;
}

export interface Route {
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Below the base path, with `:name` for a parameter. */
  path: string;
  capability: Capability;
  /** Whether an option switches off this one. */
  isOn?: (capabilities: Capabilities) => boolean;
  handle(visit: Visit): Promise<Response>;
}

export const bodyOf = <Fields extends Record<string, FieldReader<unknown>>>(
  { request, signal }: Visit,
  fields: Fields,
) => readBody(request, fields, signal);

/** Asks the Management API about the person themselves. */
export const ofVisitor = (
  { management, visitor, signal }: Visit,
  method: NonNullable<LogtoRequest['method']>,
  path: string[],
  request: Omit<ManagementRequest, 'signal'> = {},
): Promise<LogtoAnswer> => management.send(method, ['users', visitor.id, ...path], { ...request, signal });
