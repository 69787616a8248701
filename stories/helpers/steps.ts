import { waitFor } from 'storybook/test';

import { user } from './act.js';
import type { Story } from './page.js';
import type { StandIn } from './stand-in.js';

export type Step = NonNullable<Story['play']>;
type Context = Parameters<Step>[0];

/** What a user does, one thing after the other. */
export const steps =
  (...all: Step[]): Step =>
  async (context) => {
    for (const step of all) await step(context);
  };

/** The user of the story's first element. */
const userOf = ({ canvasElement }: Context) =>
  user(canvasElement, canvasElement.querySelector('logto-account-provider > :not(style)')?.localName ?? 'nothing');

/** Presses the first button with this part, or another one. */
export const presses =
  (part: string, which = 1): Step =>
  (context) =>
    userOf(context).pressesAny(part, which);

/** Waits until something with this part is there. */
export const sees =
  (part: string): Step =>
  async (context) =>
    void (await userOf(context).sees(part));

/** Enters something into the input of what is open in the element. */
export const enters =
  (value: string): Step =>
  (context) =>
    userOf(context).entersAny(value);

/** What stands in the page itself. Fields go by their names, as for a password manager: words are in many languages. */
function inThePage(surface: '.logto-form' | '.logto-dialog') {
  const find = ({ canvasElement }: Context, what: string) =>
    waitFor(
      () => {
        const found = canvasElement.querySelector<HTMLInputElement>(`${surface} ${what}`);
        if (!found) throw new Error(`Not found: ${surface} ${what}`);
        return found;
      },
      { timeout: 20_000, interval: 20 },
    );
  const clicks =
    (what: string): Step =>
    async (context) =>
      (await find(context, what)).click();

  return {
    clicks,
    submits: clicks('[type="submit"]'),
    /** Enters a text, or what the tenant knows. */
    enters:
      (name: string, value: string | ((tenant: StandIn['logto']) => string)): Step =>
      async (context) => {
        const input = await find(context, `[name="${name}"]:not([readonly])`);
        input.value = typeof value === 'string' ? value : value((context.loaded['standIn'] as StandIn).logto);
        input.dispatchEvent(new Event('input', { bubbles: true }));
      },
    chooses:
      (name: string, value: string): Step =>
      async (context) => {
        const select = await find(context, `select[name="${name}"]`);
        select.value = value;
        select.dispatchEvent(new Event('change', { bubbles: true }));
      },
    sees:
      (what: string): Step =>
      async (context) =>
        void (await find(context, what)),
    seesItGone: (({ canvasElement }) =>
      waitFor(
        () => {
          if (canvasElement.querySelector(surface)) throw new Error(`Still there: ${surface}`);
        },
        { timeout: 20_000, interval: 20 },
      )) satisfies Step,
  };
}

/** The form of the element. */
export const form = inThePage('.logto-form');
/** The dialog in which the user proves who they are. */
export const dialog = inThePage('.logto-dialog');

export const problem = '[aria-invalid="true"]';
export const alert = '[role="alert"]';
export const busy = '[aria-busy="true"]';

/** Proves with the password who they are. */
export const proves = steps(
  dialog.enters('password', ({ tenant }) => tenant.users[0]?.password ?? ''),
  dialog.submits,
  dialog.seesItGone,
);

/** The code that was sent last, as the user reads it in the message. */
export const sentCode = ({ outbox }: StandIn['logto']) => outbox.at(-1)?.code ?? '';

/** Asks for a list that only its owner may see, and proves to be that. */
export const shows = steps(presses('show'), proves);

/** Opens the question whether to remove it, and says yes. */
export const removes = steps(presses('remove'), presses('confirm'), proves);
