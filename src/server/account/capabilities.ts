/** What people may do through the handler. Everything is off that is not named. */
export interface AccountCapabilities {
  /** People delete their own account. */
  deleteAccount?: boolean | DeleteAccountOptions;
  /** People make, rename and delete personal access tokens. */
  personalAccessTokens?: boolean | PersonalAccessTokenOptions;
  /** People see their organizations, leave them, and answer invitations to the address that Logto knows of them. */
  organizations?: boolean | OrganizationOptions;
  /** People see when and where they signed in. */
  signInHistory?: boolean;
  /** People get what Logto keeps about them, whichever of the others is on. */
  dataExport?: boolean | DataExportOptions;
}

/** How accounts are deleted. */
export interface DeleteAccountOptions {
  /**
   * Days for which the account is suspended first. 0, at once, when not given; then nothing is left to do. Otherwise call
   * `deleteExpired()` of the handler once a day.
   */
  graceDays?: number;
  /**
   * What signs the date of the deletion, so that only the handler can have written it. The secret of the
   * machine-to-machine application when not given: with another one, deletions under way are not found any more.
   */
  secret?: string;
}

/** How personal access tokens are made. */
export interface PersonalAccessTokenOptions {
  /** Days after which a new token ends at the latest. When not given, tokens may have no end. */
  maxDays?: number;
}

/** What people may do with their organizations besides looking at them. */
export interface OrganizationOptions {
  /** Whether people may leave. `true` when not given. Logto lets the last administrator go, too. */
  leave?: boolean;
  /** Whether people see invitations, and answer them. `true` when not given. */
  invitations?: boolean;
}

/** What can be in a person's copy of their data. */
export const dataParts = [
  'account',
  'identities',
  'factors',
  'sessions',
  'grants',
  'roles',
  'organizations',
  'personal-access-tokens',
  'sign-in-history',
] as const;

/** One part of a person's copy of their data. */
export type DataPart = (typeof dataParts)[number];

/** Which parts there are. */
export interface DataExportOptions {
  /** All when not given. */
  parts?: readonly DataPart[];
}

/** What is on, as pages get it. */
export interface Capabilities {
  deleteAccount?: { graceDays: number };
  personalAccessTokens?: { maxDays: number | null };
  organizations?: { leave: boolean; invitations: boolean };
  signInHistory?: Record<string, never>;
  dataExport?: { parts: DataPart[] };
}

export type Capability = keyof Capabilities;

/** @throws {RangeError} A number of days makes no sense. */
export function capabilitiesOf(enable: AccountCapabilities): Capabilities {
  const { deleteAccount, personalAccessTokens, organizations, signInHistory, dataExport } = enable;
  return {
    ...(deleteAccount && { deleteAccount: { graceDays: days('graceDays', given(deleteAccount).graceDays, 0) ?? 0 } }),
    ...(personalAccessTokens && {
      personalAccessTokens: { maxDays: days('maxDays', given(personalAccessTokens).maxDays, 1) ?? null },
    }),
    ...(organizations && {
      organizations: {
        leave: given(organizations).leave ?? true,
        invitations: given(organizations).invitations ?? true,
      },
    }),
    ...(signInHistory && { signInHistory: {} }),
    ...(dataExport && { dataExport: { parts: partsOf(given(dataExport)) } }),
  };
}

const partsOf = ({ parts = dataParts }: DataExportOptions) => dataParts.filter((part) => parts.includes(part));

const given = <Options extends object>(options: true | Options): Partial<Options> => (options === true ? {} : options);

/** A hundred years are enough, and a date that Logto can keep. */
function days(name: string, value: number | undefined, least: number): number | undefined {
  if (value !== undefined && (!Number.isInteger(value) || value < least || value > 36_500))
    throw new RangeError(`${name} has to be a whole number of days, ${least} or more.`);
  return value;
}
