import { isOwnMachine } from '../settings/own-machine.js';
import { finding, type Finding } from './finding.js';
import type { Place } from './look-at-settings.js';

/** What is wrong with the addresses themselves. */
export function lookAtAddresses({ endpoint, origin, isSecure }: Place): Finding[] {
  const { protocol, hostname } = new URL(endpoint);
  const isUnprotected = protocol === 'http:' && !isOwnMachine(hostname);
  return [
    ...(isUnprotected ? [finding('endpoint_unprotected', { endpoint })] : []),
    ...(isSecure ? [] : [finding('page_unprotected', { origin })]),
    ...(isUnprotected && origin.startsWith('https:') ? [finding('mixed_content', { origin, endpoint })] : []),
  ];
}
