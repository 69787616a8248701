/** The most UTF-16 units of an address. Source: the column `primary_email` in Logto's schemas. */
export const maxEmailLength = 128;

/** Enough to catch a slip; whether the address exists, the code shows. */
export const isEmailAddress = (text: string): boolean => /^[^\s@]+@[^\s@]+\.[^\s@.]+$/.test(text);
