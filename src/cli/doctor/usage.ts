/** How to call the doctor. */
export const doctorUsage = `Usage: logto-account-elements doctor --endpoint URL --app-id ID --origin URL [--redirect-uri URL] [--json]

Says what will work at a page with these elements and what will not, what people see of it, and what to do. It asks Logto
what browsers would ask, needs no credentials, and changes nothing.

Options:
  -e, --endpoint URL      the Logto endpoint, like https://my-tenant.logto.app
  -a, --app-id ID         the id of the application that the page signs in with
      --origin URL        where the page is, without a path, like https://app.example.com
      --redirect-uri URL  where people come back to after signing in and out; the origin with a slash when not given
      --json              the findings as JSON, for other programs
  -h, --help              show this

With the credentials of a machine-to-machine application it sees more: mail and text messages, storage, the application.
  LOGTO_MANAGEMENT_APP_ID, LOGTO_MANAGEMENT_APP_SECRET   in the environment, never as arguments
  LOGTO_MANAGEMENT_API    the API identifier of the Management API, when the endpoint is a custom domain of Logto Cloud

Exit codes: 0 nothing is broken, 1 something is, 2 the arguments were not understood, or it could not be looked at.
`;
