import { SettingsError } from './settings-error.js';

/** What `fetch` means by its failure, as far as the runtime says: Node and Bun have codes, others words at most. */
export function unreachable(url: string, cause: unknown): SettingsError {
  const { host, hostname } = new URL(url);
  return new SettingsError('network', explain(reasonOf(cause), host, hostname), { cause });
}

function explain(reason: string, host: string, hostname: string): string {
  if (reason === 'ENOTFOUND') return `There is no host "${hostname}". Is the endpoint spelled right?`;
  if (reason === 'EAI_AGAIN') return `The name "${hostname}" could not be looked up. Is there a network? Try again.`;
  if (reason === 'ECONNREFUSED') return `Nothing answers at ${host}. Is Logto running there, at that port?`;
  if (/CERT|SIGNED|ISSUER|ERR_TLS/.test(reason))
    return (
      `The certificate of ${host} is not accepted (${reason}). ` +
      'If an authority of your own issued it, Node takes that from NODE_EXTRA_CA_CERTS.'
    );
  if (/SSL|EPROTO/.test(reason))
    return `${host} does not speak TLS as it should (${reason}). Is it https, at that port?`;
  return `${host} could not be reached${reason && ` (${reason})`}. Is there a network, and a way through the firewall?`;
}

/** A code, from the error or from what caused it; a name with several addresses has one error for each. Else some words. */
function reasonOf(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined;
  const first: unknown = cause instanceof AggregateError ? cause.errors[0] : undefined;
  const code = [error, cause, first].map((each) => Object(each) as { code?: unknown }).find((each) => each.code)?.code;
  if (typeof code === 'string') return code;
  return cause instanceof Error ? cause.message : '';
}
