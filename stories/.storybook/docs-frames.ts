import { addons } from 'storybook/preview-api';

import { initialGlobals, type Look } from './toolbars.js';

const least = 96;
const most = 640;
/** A dialog is as large as it wants to be, and the page behind it knows nothing of that. */
const forDialogs = 560;

/**
 * In the docs each story is a page of its own, in a frame. Storybook neither tells these about the toolbars nor makes them
 * as high as what is in them.
 */
export function tendFrames(): void {
  if (frameElement?.id.startsWith('iframe--')) keepStill();
  const frames = () => document.querySelectorAll<HTMLIFrameElement>('iframe[id^="iframe--"]');
  let look: Partial<Look> = {};

  const follow = (globals: Partial<Look>) => {
    look = globals;
    // What Storybook gives to frames that come later.
    Object.assign(globalThis, { PREVIEW_URL: `iframe.html?globals=${queryOf(look)}` });
    frames().forEach((frame) => {
      const url = new URL(frame.src);
      if (url.searchParams.get('globals') === queryOf(look)) return;
      url.searchParams.set('globals', queryOf(look));
      frame.src = url.href;
    });
  };
  const channel = addons.getChannel();
  for (const event of ['setGlobals', 'globalsUpdated'])
    channel.on(event, ({ globals }: { globals: Partial<Look> }) => follow(globals));

  document.addEventListener(
    'load',
    ({ target }) => {
      if (target instanceof HTMLIFrameElement && target.id.startsWith('iframe--')) fit(target);
    },
    { capture: true },
  );
}

/** What gets the focus in one story would otherwise scroll all the others away. */
function keepStill(): void {
  const { focus } = HTMLElement.prototype;
  HTMLElement.prototype.focus = function (options) {
    focus.call(this, { ...options, preventScroll: true });
  };
  Element.prototype.scrollIntoView = () => undefined;
}

const queryOf = (look: Partial<Look>) =>
  Object.keys(initialGlobals)
    .flatMap((name) => (name in look ? [`${name}:${look[name as keyof Look]}`] : []))
    .join(';');

/** Makes the frame as high as the story in it, as long as that is neither tiny nor very long. */
function fit(frame: HTMLIFrameElement): void {
  const root = frame.contentDocument?.getElementById('storybook-root');
  const box = frame.parentElement;
  if (!root || !box) return;
  box.classList.add('story-frame');
  const around = 32;
  const measure = () => {
    const floor = root.querySelector('.logto-dialog') ? forDialogs : least;
    box.style.height = `${Math.min(most, Math.max(floor, root.offsetHeight + around))}px`;
  };
  new ResizeObserver(measure).observe(root);
  new MutationObserver(measure).observe(root, { childList: true, subtree: true });
}
