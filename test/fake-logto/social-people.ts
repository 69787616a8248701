/** A user with an account at the mock social provider. */
export interface Person {
  id: string;
  name?: string;
  email?: string;
  /** The colour of their picture. */
  avatar?: string;
}

/** One of them shares everything, one has no picture, one tells nothing but the number of the account. */
export const people: readonly Person[] = [
  { id: 'grace', name: 'Grace Hopper', email: 'grace@social.example', avatar: '#2a6f97' },
  { id: 'alan', name: 'Alan Turing', email: 'alan@social.example' },
  { id: '31415926' },
];

export function avatarOf({ avatar }: Person): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><circle cx="32" cy="32" r="32" fill="${avatar ?? '#777'}"/></svg>`;
}
