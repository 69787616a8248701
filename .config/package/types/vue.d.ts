/** The tags in Vue's templates: `import type {} from 'logto-account-elements/types/vue'` once, anywhere. */
import type { EmitFn, HTMLAttributes, PublicProps } from 'vue';

import type { LogtoTags } from './tags.js';

type Tag = LogtoTags[keyof LogtoTags];

/** Vue's templates know `app-id` as `appId`. */
type CamelCase<Name> = Name extends `${infer First}-${infer Rest}` ? `${First}${Capitalize<CamelCase<Rest>>}` : Name;

type Camelized<Attributes> = { [Name in keyof Attributes as CamelCase<Name>]?: Attributes[Name] };

/** What Vue reads of a component; it recommends this for elements that are none of its own. */
type Component<T extends Tag> = new () => T['element'] & {
  /** For templates only; the element has no such property. */
  $props: HTMLAttributes & Camelized<T['attributes']> & T['properties'] & PublicProps;
  /** For templates only; the element has no such property. */
  $emit: EmitFn<{ [Name in keyof T['events']]: (event: T['events'][Name]) => void }>;
};

type Components = { [Name in keyof LogtoTags]: Component<LogtoTags[Name]> };

declare module 'vue' {
  interface GlobalComponents extends Components {}
}
