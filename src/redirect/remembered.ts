export const prefix = 'logto-account-elements:';

/** Whether anything is remembered about a task, for whomever. What can tell more is worth loading then. */
export function isRemembered(task: string): boolean {
  try {
    return sessionStorage.getItem(prefix + task) !== null;
  } catch {
    return false; // storage is blocked
  }
}
