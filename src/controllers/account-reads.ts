import type { Account } from '../api/account.js';

/** Remembers which parts of the account an element reads: only when one of these changes, it has to render again. */
export class AccountReads {
  readonly #keys = new Set<PropertyKey>();
  /** Asked for several times per render. Weak, so that no account is kept. */
  readonly #readers = new WeakMap<Account, Account>();

  /** The account, for reading. */
  of(account: Account): Account {
    const reader = this.#readers.get(account) ?? this.#readerOf(account);
    this.#readers.set(account, reader);
    return reader;
  }

  #readerOf(account: Account): Account {
    const read = (key: PropertyKey) => void this.#keys.add(key);
    return new Proxy(account, {
      get: (target, key) => (read(key), Reflect.get(target, key) as unknown),
      has: (target, key) => (read(key), Reflect.has(target, key)),
      getOwnPropertyDescriptor: (target, key) => (read(key), Reflect.getOwnPropertyDescriptor(target, key)),
      ownKeys: (target) => {
        const all = Reflect.ownKeys(target);
        all.forEach(read);
        return all;
      },
    });
  }

  /** The values of what was read, to be compared with those of another time. */
  valuesIn(account: Account): readonly unknown[] {
    return [...this.#keys].map((key) => Reflect.get(account, key) as unknown);
  }
}
