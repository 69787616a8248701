'use client';

import 'logto-account-elements/profile';
import 'logto-account-elements/sign-in';
import type {} from 'logto-account-elements/types/react';
import { useState } from 'react';

const endpoint = process.env.NEXT_PUBLIC_LOGTO_ENDPOINT;
const appId = process.env.NEXT_PUBLIC_LOGTO_APP_ID;

export function Account() {
  const [saved, setSaved] = useState<string>();

  return (
    <>
      <logto-account-provider endpoint={endpoint} app-id={appId} settings-src="/logto-settings">
        <logto-sign-in />
        <logto-profile onlogto-profile-updated={({ field }) => setSaved(field)} />
      </logto-account-provider>
      <p role="status">{saved && `Saved: ${saved}`}</p>
    </>
  );
}
