import type { AccountClient } from './account-client.js';
import type { LayerProof } from './layer-proof.js';
import { expectShape } from './response-shape.js';

/** What came of the wish to delete an account. */
export interface Deletion {
  /** `requested`: the answer was lost, and Logto takes the tokens no more. */
  status: 'deleted' | 'scheduled' | 'requested';
  /** When a scheduled one is deleted, in milliseconds since 1970. */
  deleteAt: number | null;
}

/** `DELETE /account`: it is gone, or nobody gets into it until it is. */
export async function deleteAccount(client: AccountClient, verification: LayerProof): Promise<Deletion> {
  const body = await client.send({ method: 'DELETE', path: 'account', verification, isOfLayer: true });
  return expectShape<Deletion>(
    body,
    ({ status, deleteAt }) => status === 'deleted' || (status === 'scheduled' && Number.isFinite(deleteAt)),
  );
}
