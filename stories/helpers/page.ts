import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';

import type { LogtoClientLike } from '../../src/session/client-session.js';
import type { LogtoAccountProvider } from '../../components/account-provider/account-provider-element.js';
import '../../components/account-provider/logto-account-provider.js';
import { accountApi } from '../../test/fake-logto/account-layer.js';
import type { FakeLogto, User } from '../../test/fake-logto/fake-logto.js';
import { endpoint } from './endpoint.js';
import { standIn, type LayerOfStory, type StandIn } from './stand-in.js';
import { everythingMayBeEdited, tenantArgTypes, type TenantArgs } from './tenant-args.js';

export type Story = StoryObj<TenantArgs>;

interface Loaded {
  standIn: StandIn;
  client: Partial<LogtoClientLike>;
}

/** What the stories of an element have in common: a tenant, a provider with a session on it, and the content inside. */
export const page = (content: () => TemplateResult) =>
  ({
    args: everythingMayBeEdited,
    argTypes: tenantArgTypes,
    loaders: [
      ({ args, parameters }): Loaded => ({
        standIn: standIn(
          args,
          parameters['tenant'] as ((logto: FakeLogto) => void) | undefined,
          parameters['layer'] as LayerOfStory | undefined,
        ),
        client: (parameters['client'] ?? {}) as Partial<LogtoClientLike>,
      }),
    ],
    render: inPage(content),
  }) satisfies Meta<TenantArgs>;

/** The `render` of a story with another content. Another tenant is another page. */
export const inPage =
  (content: () => TemplateResult): NonNullable<Story['render']> =>
  (args, { loaded }) =>
    html`${keyed(loaded['standIn'], provider(args, loaded as Loaded, content()))}`;

/** The `render` of a story with several providers, each with the same session. */
export const withProviders =
  (render: (provider: (content: TemplateResult) => TemplateResult) => TemplateResult): NonNullable<Story['render']> =>
  (args, { loaded }) =>
    html`${keyed(
      loaded['standIn'],
      render((content) => provider(args, loaded as Loaded, content)),
    )}`;

/** The `render` of a story in which the element takes no space: between these two lines there is nothing. */
export const absent = (content: () => TemplateResult) =>
  inPage(
    () =>
      html`<p>Before the element</p>
        ${content()}
        <p>After the element</p>`,
  );

const provider = ({ settings, layer }: TenantArgs, { standIn, client }: Loaded, content: TemplateResult) => html`
  <logto-account-provider
    endpoint=${endpoint}
    account-api=${layer ? accountApi : nothing}
    redirect-uri="https://app.example/"
    .client=${{ ...clientOf(standIn), ...client }}
    .settings=${settings ? snapshotOf(standIn.logto) : undefined}
  >
    ${content}
  </logto-account-provider>
`;

/** A `LogtoClient` that signs in and out at once, where a real one would leave the page. */
const clientOf = (session: StandIn): LogtoClientLike => ({
  getAccessToken: async () => session.token,
  signIn: async () => {
    session.signIn();
    void currentProvider()?.refresh();
  },
  signOut: async () => {
    session.signOut();
    void currentProvider()?.refresh();
  },
});

const currentProvider = () => document.querySelector<LogtoAccountProvider>('logto-account-provider');

const snapshotOf = ({ tenant }: FakeLogto) =>
  structuredClone({ accountCenter: tenant.accountCenter, signInExperience: tenant.signInExperience });

/** A story's `parameters`: what is special about its tenant, beyond the args. */
export const tenant = (...prepare: ((logto: FakeLogto) => void)[]) => ({
  tenant: (logto: FakeLogto) => prepare.forEach((each) => each(logto)),
});

/** A story's `parameters`: what is special about the layer of its page, beyond the args. */
export const layer = (ofLayer: LayerOfStory) => ({ layer: ofLayer });

/** A story's `parameters`: what its user is like. */
export const withUser = (...prepare: ((user: User) => unknown)[]) =>
  tenant(({ tenant }) => prepare.forEach((each) => each(tenant.users[0]!)));

/** A tenant that answers these requests with this, or with nothing for ever. */
export const answering = (method: string, path: string, answer?: () => Response) =>
  tenant((logto) => {
    logto.intercept((request) => {
      if (request.method !== method || new URL(request.url).pathname !== path) return undefined;
      return answer?.() ?? new Promise(() => undefined);
    });
  });

/** What Logto answers when it says no. */
export const refusal = (status: number, code: string) => () => Response.json({ code, message: '' }, { status });
