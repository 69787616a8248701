/** The tags in Svelte's templates: `import type {} from 'logto-account-elements/types/svelte'` once, anywhere. */
import type { HTMLAttributes } from 'svelte/elements';

import type { LogtoTags } from './tags.js';

type Tag = LogtoTags[keyof LogtoTags];

/** `onlogto-error={…}`, and `on:logto-error={…}` in components without runes. */
type Listeners<Events> = {
  [Name in keyof Events & string as `on${Name}` | `on:${Name}`]?: ((event: Events[Name]) => void) | undefined;
};

type Props<T extends Tag> = HTMLAttributes<T['element']> & T['attributes'] & T['properties'] & Listeners<T['events']>;

type Elements = { [Name in keyof LogtoTags]: Props<LogtoTags[Name]> };

declare module 'svelte/elements' {
  interface SvelteHTMLElements extends Elements {}
}
