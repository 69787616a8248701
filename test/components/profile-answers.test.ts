import { expect } from '@open-wc/testing';

import { FakeLogto } from '../fake-logto/fake-logto.js';
import { listenToConsole } from '../helpers/console.js';
import { textOf } from '../helpers/read.js';
import { answerWith, change, edit, enter, labelsOf, openProfile, save, valueOf, valuesOf } from './profile-page.js';

describe('an account response in <logto-profile>', () => {
  for (const [what, answer] of [
    ['null', () => Response.json(null)],
    ['a list', () => Response.json([])],
    ['an empty object', () => Response.json({})],
    ['a word', () => Response.json('text')],
    ['broken JSON', () => new Response('{"id":', { headers: { 'content-type': 'application/json' } })],
    ['a page', () => new Response('<!doctype html><h1>Wi-Fi login</h1>', { headers: { 'content-type': 'text/html' } })],
    ['nothing', () => new Response('')],
    ['no content', () => new Response(null, { status: 204 })],
  ] as const)
    it(`never looks like an empty account if it is ${what}`, async () => {
      const logto = new FakeLogto();
      answerWith(logto, 'GET', answer);
      const { tag } = await openProfile({ logto });
      expect(textOf(tag)).to.equal('Something went wrong on our side. Try again in a moment. Try again');
      expect(tag.matches(':state(failed)')).to.equal(true);
    });

  it('with every value in the wrong shape is shown as not set, and can be corrected', async () => {
    const logto = new FakeLogto();
    const end = answerWith(logto, 'GET', () =>
      Response.json({ id: 'x', name: {}, username: [], avatar: 7, profile: 'text', customData: [1] }),
    );
    const { tag, user } = await openProfile({ logto });
    const { Picture: picture, ...others } = valuesOf(tag);
    expect(picture).to.equal('Not set');
    expect(new Set(Object.values(others))).to.deep.equal(new Set(['Not set']));
    end();
    await edit(tag, 'Nickname', 'Countess');
    expect(user.profile.nickname).to.equal('Countess');
    expect(valueOf(tag, 'Nickname')).to.equal('Countess');
  });
});

describe('a save response in <logto-profile>', () => {
  for (const [what, answer] of [
    ['null', () => Response.json(null)],
    ['nothing at all', () => new Response(null, { status: 204 })],
    ['a word', () => Response.json('OK')],
    ['a list', () => Response.json([])],
    ['another text', () => new Response('OK')],
  ] as const)
    it(`never looks like an empty profile if it is ${what}`, async () => {
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
