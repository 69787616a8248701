/** A number from Logto for reading, such as +12025550101; what is no number stays as it is. */
export function plainPhone(digits: string): string {
  return /^[0-9]+$/.test(digits) ? `+${digits}` : digits;
}
