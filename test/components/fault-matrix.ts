import { expect } from '@open-wc/testing';

import { allByRole, textOf } from '../helpers/read.js';
import { isRowOpen } from '../helpers/rows.js';
import { cause, faults, listen, type Network } from './faults.js';

/** The user's actions before the button is pressed. */
export interface Deed {
  /** The element, or the dialog. */
  tag: HTMLElement;
  logto: Network;
  /** Asks for it. */
  act: () => Promise<unknown>;
  /** Asks for it again, where that is another button. */
  again?: () => Promise<unknown>;
  /** The message when it is done; the element's status by default. */
  status?: () => string;
}

export interface Route {
  /** The request that does it, as in `src/api`: the method, and the path with a star for each part that is not fixed. */
  route: string;
  /** The request that meets the fault, where that is one of the page's own layer. */
  where?: RegExp;
  /** Said when it is done. */
  said: string;
  begin: () => Promise<Deed>;
  /** Finer words for some faults. */
  says?: RegExp;
  /** Whether the input is no longer needed. */
  isOver?: boolean;
  /** Why it is sent again although Logto has done it; absent where the page finds out that it has. */
  sentAgain?: keyof typeof whySentAgain;
}

/** What cannot be found out, though Logto can be read. */
const whySentAgain = {
  'changes nothing': 'It makes something ready that only its own answer names. What was made before comes to nothing.',
  'cannot be read': 'Logto tells nobody which of two passwords it has, or what was uploaded.',
  'is told by a second try': 'Whether a record is confirmed Logto says only when it is asked to confirm it again.',
};

/** Every request that changes something meets every fault. */
export function describeFaults(routes: Record<string, Route>) {
  for (const [what, route] of Object.entries(routes))
    describe(`the request for ${what}`, () => {
      const where = route.where ?? requestOf(route.route);
      for (const [name, fault] of Object.entries(faults)) {
        it(`is sent once, keeps the input after a failure, and succeeds next time: ${name}`, async () => {
          const { tag, logto, act, again = act, status = () => statusIn(tag) } = await route.begin();
          const typed = typedIn(tag);
          const wasOpen = isOpen(tag);
          const trouble = cause(fault, logto, where);
          await act();
          expect(trouble.asked, 'what was sent').not.to.deep.equal([]);
          expect(trouble.asked, 'what was sent').to.deep.equal([...new Set(trouble.asked)]);
          const isSaid = status() === route.said;
          if (!isSaid || !fault.isDone) {
            expect(wordsOf(tag)).to.match(route.says ?? fault.says);
            expect(isOpen(tag), 'whether it stays open').to.equal(wasOpen);
            if (!route.isOver) expect(typedIn(tag), 'what stays').to.deep.equal(typed);
          }
          trouble.end();
          if (isSaid) return;
          const { asked, end } = listen(logto, where);
          await again();
          end();
          expect(wordsOf(tag)).to.equal('');
          expect(status()).to.equal(route.said);
          expect(asked, 'what was sent again').to.deep.equal([...new Set(asked)]);
          if (!fault.isDone || fault.isAll) return;
          const why = route.sentAgain && whySentAgain[route.sentAgain];
          expect(asked, `what was sent again: ${why ?? 'it can be read that it is done'}`).to.have.lengthOf(
            why ? 1 : 0,
          );
        });
      }
    });
}

function requestOf(route: string): RegExp {
  const [method, path] = route.split(' ') as [string, string];
  return new RegExp(`^${method} /api/${path.replaceAll('*', '[^/]+')}$`);
}

const wordsOf = (tag: HTMLElement) => (tag.isConnected ? allByRole(tag, 'alert').map(textOf).join(' ') : '');

const statusIn = (tag: HTMLElement) => textOf(tag.shadowRoot!.querySelector('[role="status"]')!);

const typedIn = (tag: HTMLElement) =>
  [...tag.querySelectorAll<HTMLInputElement>('input:not([type="file"], [readonly])')].map(({ value }) => value);

const isOpen = (tag: HTMLElement) => tag.localName === 'dialog' || isRowOpen(tag);
