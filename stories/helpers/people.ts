import {
  withBackupCodes,
  withPasskey,
  withSession,
  withTotp,
  type FakeLogto,
  type User,
} from '../../test/fake-logto/fake-logto.js';
import type { SocialUserInfo } from '../../test/fake-logto/record-types.js';
import { withPicture } from './pictures.js';

/** What browsers say of themselves. */
export const agents = {
  chrome: 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36',
  edge: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0',
  firefox: 'Mozilla/5.0 (Macintosh; Intel Mac OS X 15.6; rv:142.0) Gecko/20100101 Firefox/142.0',
  safari:
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Mobile/15E148 Safari/604.1',
};

/** The user has an account at this provider. */
export const linkedTo = (target: string, details?: Omit<SocialUserInfo, 'id'>) => (user: User) => {
  const id = `ada-at-${target}`;
  user.identities = { ...user.identities, [target]: { userId: id, ...(details && { details: { id, ...details } }) } };
};

const nothing = {
  username: null,
  primaryEmail: null,
  primaryPhone: null,
  password: null,
  name: null,
  avatar: null,
  profile: {},
  customData: {},
} satisfies Partial<User>;

const becomes = (user: Partial<User>) => (logto: FakeLogto) => void Object.assign(logto.tenant.users[0]!, user);

/** Whole users, each with another kind of account. They start as Ada Lovelace. */
const people = {
  'Ada Lovelace': () => undefined,
  'has set everything up': (logto: FakeLogto) => {
    const user = logto.tenant.users[0]!;
    withPicture(logto);
    withTotp(user, { lastUsedAt: '2026-09-20T08:00:00.000Z' });
    withPasskey(user, { name: 'My phone', agent: agents.safari });
    withPasskey(user, { agent: agents.firefox });
    withBackupCodes(user, { used: 3 });
    linkedTo('github', { name: 'Ada Lovelace', email: 'ada@example.com' })(user);
    linkedTo('google', { email: 'ada.lovelace@gmail.example' })(user);
    withSession(logto.tenant, user, { userAgent: agents.safari, ip: '198.51.100.23', city: 'London', country: 'GB' });
  },
  'was just created': becomes({ ...nothing, username: 'newcomer', password: 'Walnut-Lamp!73' }),
  'has an email address alone': becomes({ ...nothing, primaryEmail: 'newcomer@example.com' }),
  'signs in with GitHub alone': (logto: FakeLogto) => {
    becomes(nothing)(logto);
    linkedTo('github', { name: 'Octavia', email: 'octavia@example.com' })(logto.tenant.users[0]!);
  },
  'has long names': becomes({
    username: 'augusta_ada_king_countess_of_lovelace_'.repeat(3),
    primaryEmail: `${'augusta.ada.king.countess.of.lovelace.'.repeat(2)}byron@mathematics.example.com`,
    name: 'Augusta Ada King, Countess of Lovelace, née Byron, '.repeat(2),
    profile: {
      givenName: 'Wolfeschlegelsteinhausenbergerdorffwelchevoralternwarengewissenhaftschaferswessenschafe',
      nickname: 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft',
      website: `https://lovelace.example/${'notes-on-the-analytical-engine/'.repeat(6)}`,
    },
  }),
  'writes from right to left': becomes({
    username: 'fatima',
    primaryEmail: 'fatima@example.com',
    name: 'فاطمة بنت محمد الفهرية القرشية',
    profile: {
      givenName: 'فاطمة',
      familyName: 'الفهرية',
      nickname: 'أم البنين (Umm al-Banīn)',
      website: 'https://fatima.example.com/',
      birthdate: '1990-03-21',
      address: { formatted: 'حي القرويين ١٢\nفاس 30200\nالمغرب' },
    },
    customData: { jobTitle: 'مؤسِّسة جامعة القرويين', teamSize: 12 },
  }),
  'writes hostile things': becomes({
    name: '<img src=x onerror=alert(1)>\u202Eevods',
    profile: { nickname: '{{constructor}} ${name} &lt;b&gt;', website: 'javascript:alert(1)' },
    customData: { jobTitle: '"><script>alert(1)</script>', teamSize: -1 },
  }),
};

export type Person = keyof typeof people;

export const allPeople = Object.keys(people) as Person[];

/** Makes the user of the tenant somebody. */
export const makeUser = (logto: FakeLogto, person: Person): void => people[person](logto);
