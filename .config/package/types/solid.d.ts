/** The tags in JSX of Solid: `import type {} from 'logto-account-elements/types/solid'` once, anywhere. */
import type { JSX } from 'solid-js';

import type { LogtoTags } from './tags.js';

type Tag = LogtoTags[keyof LogtoTags];

type Prefixed<Prefix extends string, Values> = {
  [Name in keyof Values & string as `${Prefix}:${Name}`]?: Values[Name];
};

type Listeners<Events> = {
  [Name in keyof Events & string as `on:${Name}`]?: ((event: Events[Name]) => void) | undefined;
};

type Props<T extends Tag> = JSX.HTMLAttributes<T['element']> &
  T['attributes'] &
  Prefixed<'attr', T['attributes']> &
  T['properties'] &
  Prefixed<'prop', T['properties']> &
  Listeners<T['events']>;

type Elements = { [Name in keyof LogtoTags]: Props<LogtoTags[Name]> };

declare module 'solid-js' {
  namespace JSX {
    interface IntrinsicElements extends Elements {}
  }
}
