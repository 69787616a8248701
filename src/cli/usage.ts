/** How to call the command line tool. */
export const usage = `Usage: logto-account-elements settings --endpoint URL [--out FILE]

Reads the public settings of a Logto tenant, keeps what the tags use, and writes that as JSON: for the property
"settings" of <logto-account-provider>, its JSON child, or the file behind its attribute "settings-src".

Options:
  -e, --endpoint URL  the Logto endpoint, like https://my-tenant.logto.app
  -o, --out FILE      where to write; standard output when not given
  -h, --help          show this
  -v, --version       show the version

What was found is said on standard error. Exit codes: 0 written, 1 it failed, 2 the arguments were not understood.
`;
