/** How to call the command line tool. */
export const usage = `Usage: logto-account-elements COMMAND [options]

Commands:
  settings  writes the public settings of a tenant to a file, for pages that may not read them
  doctor    says what will work at a page and what will not, and what to do
  setup     makes the changes in Logto that a page needs, after showing them

Options:
  -h, --help     show this, or how to call a command
  -v, --version  show the version
`;
