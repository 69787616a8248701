/** @jsxImportSource solid-js */
import type { LogtoAccountProvider, LogtoClientLike } from 'logto-account-elements/elements';
import type {} from 'logto-account-elements/types/solid';

declare const client: LogtoClientLike;
let provider: LogtoAccountProvider | undefined;

export const right = () => (
  <logto-account-provider
    ref={provider}
    class="mine"
    endpoint="https://my-tenant.logto.app"
    app-id="abc123"
    prop:client={client}
    on:logto-status-changed={({ status }) => status === 'signed-out'}
    on:logto-error={({ error }) => error.kind === 'network'}
    on:logto-profile-updated={({ item }) => item === 'name'}
  >
    <logto-account routing="history" attr:base-path="/me" readonly />
    <logto-social-links mode="hosted" connectors={[]} lang="de" />
    <logto-delete-account handled on:logto-delete-account-requested={(event) => event.waitUntil(Promise.resolve())} />
  </logto-account-provider>
);

// @ts-expect-error: no such way
export const wrongWord = () => <logto-account routing="path" />;
// @ts-expect-error: not a boolean
export const wrongBoolean = () => <logto-profile readonly="yes" />;
// @ts-expect-error: no such property
export const wrongName = () => <logto-profile handled />;
// @ts-expect-error: no client
export const wrongProperty = () => <logto-account-provider prop:client="abc123" />;
// @ts-expect-error: no number
export const wrongAttribute = () => <logto-account-provider app-id={1} />;
// @ts-expect-error: another event has a provider
export const wrongEvent = () => <logto-mfa on:logto-mfa-updated={({ provider }) => provider} />;
// @ts-expect-error: no such tag
export const wrongTag = () => <logto-password-form />;
