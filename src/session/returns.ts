import type { Session } from './session.js';

/** Milliseconds after which a page that nobody has looked at may show what is not so any more. */
const longAbsence = 5 * 60_000;

interface ReturnListener {
  /** They have been away for a while. */
  back: () => void;
  /** The page gives another token by now, for whoever is signed in. */
  renewed: () => void;
}

/** Tells when the user comes back to the page. Gives the function that stops it. */
export function observeReturns({ isRenewed }: Session, { back, renewed }: ReturnListener): () => void {
  let leftAt = Infinity;
  const look = async () => {
    if (document.visibilityState !== 'visible') return void (leftAt = Date.now());
    const isLong = Date.now() - leftAt >= longAbsence;
    leftAt = Infinity;
    if (await isRenewed?.()) renewed();
    else if (isLong) back();
  };
  const listener = () => void look();
  document.addEventListener('visibilitychange', listener);
  return () => document.removeEventListener('visibilitychange', listener);
}
