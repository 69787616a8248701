'use client';

import 'logto-account-elements/profile';
import 'logto-account-elements/sign-in';
import type {} from 'logto-account-elements/types/react';
import { useEffect, useRef, useState } from 'react';

const endpoint = process.env.NEXT_PUBLIC_LOGTO_ENDPOINT;
const appId = process.env.NEXT_PUBLIC_LOGTO_APP_ID;

export function Account() {
  const profile = useRef<HTMLElementTagNameMap['logto-profile']>(null);
  const [saved, setSaved] = useState<string>();

  // Not `onlogto-profile-updated`: React does not attach listeners to custom elements that come from the server.
  // https://github.com/facebook/react/issues/35446
  useEffect(() => {
    const stop = new AbortController();
    profile.current?.addEventListener('logto-profile-updated', ({ item }) => setSaved(item), stop);
    return () => stop.abort();
  }, []);

  return (
    <>
      <logto-account-provider endpoint={endpoint} app-id={appId} settings-src="/logto-settings">
        <logto-sign-in />
        <logto-profile ref={profile} />
      </logto-account-provider>
      <p role="status">{saved && `Saved: ${saved}`}</p>
    </>
  );
}
