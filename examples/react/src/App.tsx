import 'logto-account-elements/profile';
import 'logto-account-elements/sign-in';
import type {} from 'logto-account-elements/types/react';
import { useState } from 'react';

const endpoint = import.meta.env.VITE_LOGTO_ENDPOINT;
const appId = import.meta.env.VITE_LOGTO_APP_ID;

export function App() {
  const [saved, setSaved] = useState<string>();

  return (
    <main>
      <h1>Your account</h1>
      <logto-account-provider endpoint={endpoint} app-id={appId}>
        <logto-sign-in />
        <logto-profile onlogto-profile-updated={({ item }) => setSaved(item)} />
      </logto-account-provider>
      <p role="status">{saved && `Saved: ${saved}`}</p>
    </main>
  );
}
