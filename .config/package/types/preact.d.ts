/** The tags in JSX of Preact: `import type {} from 'logto-account-elements/types/preact'` once, anywhere. */
import type { HTMLAttributes } from 'preact';

import type { LogtoTags } from './tags.js';

type Tag = LogtoTags[keyof LogtoTags];

/** Preact listens to the event whose name follows `on`, as it is written. */
type Listeners<Events> = {
  [Name in keyof Events & string as `on${Name}`]?: ((event: Events[Name]) => void) | undefined;
};

type Props<T extends Tag> = HTMLAttributes<T['element']> & T['attributes'] & T['properties'] & Listeners<T['events']>;

type Elements = { [Name in keyof LogtoTags]: Props<LogtoTags[Name]> };

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements extends Elements {}
  }
}
