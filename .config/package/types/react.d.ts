/** The tags in JSX of React 19: `import type {} from 'logto-account-elements/types/react'` once, anywhere. */
import type { DetailedHTMLProps, HTMLAttributes } from 'react';

import type { LogtoTags } from './tags.js';

type Tag = LogtoTags[keyof LogtoTags];

/** React listens to the event whose name follows `on`, as it is written. */
type Listeners<Events> = {
  [Name in keyof Events & string as `on${Name}`]?: ((event: Events[Name]) => void) | undefined;
};

type Props<T extends Tag> = DetailedHTMLProps<HTMLAttributes<T['element']>, T['element']> &
  T['attributes'] &
  T['properties'] &
  Listeners<T['events']>;

type Elements = { [Name in keyof LogtoTags]: Props<LogtoTags[Name]> };

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements extends Elements {}
  }
}
