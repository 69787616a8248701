/**
 * Bundles what entries have to have before they run in a few files, and what they load on demand in others. No module runs
 * before one that runs imports it, as without a bundler.
 *
 * @param {Record<string, RegExp>} groups What is in each of the files, by name.
 */
export function atOnce(groups) {
  const found = new Set();
  return {
    plugin: {
      name: 'at-once',
      buildEnd() {
        const add = (id) => {
          if (found.has(id)) return;
          found.add(id);
          this.getModuleInfo(id)?.importedIds.forEach(add);
        };
        for (const id of this.getModuleIds()) if (this.getModuleInfo(id)?.isEntry) add(id);
      },
    },
    output: {
      strictExecutionOrder: true,
      codeSplitting: {
        groups: Object.entries(groups).map(([name, pattern]) => ({
          name,
          test: (id) => found.has(id) && pattern.test(id),
        })),
      },
    },
  };
}
