import { expect, html } from '@open-wc/testing';

import { elementLoaders, type ElementName } from '../../components/element-loaders.js';
import { scopeOf } from '../../src/settings/element-requirements.js';
import { requirementsByElement } from '../../src/settings/requirements-by-element.js';
import { withPasskey, withTotp, type FakeLogtoOptions } from '../fake-logto/fake-logto.js';
import { accountScopes } from '../fake-logto/scopes.js';
import { signInBuiltIn } from '../helpers/built-in-session.js';
import { listenToConsole } from '../helpers/console.js';
import { namesOf } from '../helpers/read.js';
import { valuesOf } from '../helpers/rows.js';
import { stayHere } from '../helpers/stay-here.js';
import { waitUntil } from '../helpers/wait-until.js';
import { anEndpoint, openPage, press, whenIdle } from './credential-page.js';
import { aGuardedTenant } from './guarded-list-page.js';
import { github } from './social-page.js';

const names = Object.keys(elementLoaders) as ElementName[];

/** Without these an element cannot show what it is about. Servers without trusted devices do not know their scope. */
const scopesOf = (name: ElementName): string[] => {
  const { fields, scopes } = requirementsByElement[name];
  const own = fields.map((field) => scopeOf[field]);
  return scopes.filter((scope) => own.includes(scope) || scope === 'address');
};

const without = (scope: string) => accountScopes.filter((each) => each !== scope);

/** The names of the rows that say that there is nothing. */
const unsetIn = (tag: HTMLElement) =>
  Object.entries(valuesOf(tag)).flatMap(([label, value]) => (value?.includes('Not set') ? [label] : []));

/** Opens the element for a user with all data, signed in with these scopes. */
async function open(name: ElementName, scopes: string[], fields: FakeLogtoOptions['fields'] = {}) {
  listenToConsole(); // the missing scope is reported in the console
  const at = anEndpoint();
  const logto = aGuardedTenant({ deleteAccountUrl: 'https://leave.example/', fields });
  const [user] = logto.tenant.users;
  withTotp(user!);
  withPasskey(user!, { name: 'Laptop' });
  user!.identities = { ...github };
  const session = await signInBuiltIn({ logto, at, scopes });
  await elementLoaders[name]();
  const tag = document.createElement(name);
  await openPage(html`${tag}`, { logto, at, ...session });
  await whenIdle(tag);
  return tag;
}

describe('an element whose scope was not requested at sign-in', () => {
  for (const name of names)
    for (const scope of scopesOf(name))
      it(`offers to sign in again instead of showing an empty value: <${name}> without ${scope}`, async () => {
        const full = await open(name, accountScopes);
        expect(namesOf(full, 'button')).not.to.include('Sign in again');
        const unset = unsetIn(full);
        full.parentElement!.remove();
        const gone = stayHere();
        const tag = await open(name, without(scope));
        expect(namesOf(tag, 'button')).to.include('Sign in again');
        expect(unset, 'what is set').to.include.members(unsetIn(tag));
        press(tag, 'Sign in again');
        await waitUntil(() => gone.length > 0, 'The page was not left.');
        expect(gone[0]!.searchParams.get('scope')!.split(' ')).to.include(scope);
      });

  it('takes no space when the settings switch it off', async () => {
    const tag = await open('logto-email', without('email'), { email: 'Off' });
    expect(tag.matches(':state(off)')).to.equal(true);
    expect(namesOf(tag, 'button')).to.deep.equal([]);
  });

  it('is tested here for every element whose fields need a scope', () => {
    const withScope = names.filter((name) => scopesOf(name).length > 0);
    expect(withScope).to.include.members(
      names.filter((name) => requirementsByElement[name].fields.some((field) => scopeOf[field])),
    );
    expect(withScope.length).to.be.greaterThan(8);
  });
});
