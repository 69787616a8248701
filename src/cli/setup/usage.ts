/** How to call the set-up. */
export const setupUsage = `Usage: logto-account-elements setup --endpoint URL --app-id ID --origin URL [--redirect-uri URL]
         [--fields LIST] [--factors LIST] [--yes]

Shows what has to be changed in Logto so that these elements work at a page, asks, changes it, and reads it again: the account
center and its fields, the related origins for passkeys, the addresses of the application. It only ever adds.

Options:
  -e, --endpoint URL      the Logto endpoint, like https://my-tenant.logto.app
  -a, --app-id ID         the id of a first-party single page application
      --origin URL        where the page is, without a path, like https://app.example.com
      --redirect-uri URL  where people come back to after signing in and out; the origin with a slash when not given
      --fields LIST       what people may change, or see: "name,email=ReadOnly", or "all"; when not given, all where nothing is
                          switched on yet
      --factors LIST      second factors to offer besides those that are offered: "Totp,WebAuthn,BackupCode"
  -y, --yes               do not ask
  -h, --help              show this

The credentials are those of a machine-to-machine application with the role "Logto Management API access":
  LOGTO_MANAGEMENT_APP_ID, LOGTO_MANAGEMENT_APP_SECRET   in the environment, never as arguments
  LOGTO_MANAGEMENT_API    the API identifier of the Management API, when the endpoint is a custom domain of Logto Cloud

Exit codes: 0 all is set up, 1 it is not, or was declined, 2 the arguments were not understood.
`;
