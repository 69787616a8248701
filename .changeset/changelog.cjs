/** How a change becomes a line of CHANGELOG.md: in the words of whoever made it, without commits and names. */
module.exports = {
  getReleaseLine: async ({ summary }) => `- ${summary.trim().replace(/\n(?=.)/g, '\n  ')}`,
  getDependencyReleaseLine: async () => '',
};
