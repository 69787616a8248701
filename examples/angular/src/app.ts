import { Component, CUSTOM_ELEMENTS_SCHEMA, signal } from '@angular/core';
import 'logto-account-elements/profile';
import 'logto-account-elements/sign-in';

declare const LOGTO_ENDPOINT: string;
declare const LOGTO_APP_ID: string;

@Component({
  selector: 'app-root',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <main>
      <h1>Your account</h1>
      <logto-account-provider [endpoint]="endpoint" [appId]="appId">
        <logto-sign-in />
        <logto-profile (logto-profile-updated)="saved.set($event.item)" />
      </logto-account-provider>
      <p role="status">
        @if (saved()) {
          Saved: {{ saved() }}
        }
      </p>
    </main>
  `,
})
export class App {
  protected readonly endpoint = LOGTO_ENDPOINT;
  protected readonly appId = LOGTO_APP_ID;
  protected readonly saved = signal('');
}
