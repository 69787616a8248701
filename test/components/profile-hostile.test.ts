import { expect } from '@open-wc/testing';

import { listenToConsole } from '../helpers/console.js';
import { answerWith, change, enter, labelsOf, openProfile, save, valueOf } from './profile-page.js';

describe('a save in <logto-profile> that is answered', () => {
  for (const [what, answer] of [
    ['null', () => Response.json(null)],
    ['nothing at all', () => new Response(null, { status: 204 })],
    ['a word', () => Response.json('OK')],
    ['a list', () => Response.json([])],
    ['another text', () => new Response('OK')],
  ] as const)
    it(`with ${what} never looks like an empty profile`, async () => {
      listenToConsole();
      const { tag, logto } = await openProfile();
      const labels = labelsOf(tag);
      const end = answerWith(logto, 'PATCH', answer);
      const row = await change(tag, 'Nickname');
      enter(row, 'Countess');
      await save(row);
      end();
      expect(labelsOf(tag)).to.deep.equal(labels);
      expect(valueOf(tag, 'Website')).to.equal('https://ada.example.com');
    });
});
