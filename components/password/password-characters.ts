/** Lowercase, uppercase, digits and symbols. Source: `PasswordPolicyChecker` in Logto's core-kit, the space included. */
const characterTypes = [/[a-z]/, /[A-Z]/, /[0-9]/, /[ !"#$%&'()*+,\-./:;<=>?@[\\\]^_`{|}~]/];

/** How many of the four types of characters a password has, and whether it has others, which Logto does not take. */
export function charactersOf(password: string): { types: number; hasUnsupported: boolean } {
  return {
    types: characterTypes.filter((type) => type.test(password)).length,
    hasUnsupported: /[^ -~]/.test(password),
  };
}
