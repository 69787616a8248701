import type { SocialUserInfo } from '../../test/fake-logto/record-types.js';
import type { User } from '../../test/fake-logto/users.js';

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
