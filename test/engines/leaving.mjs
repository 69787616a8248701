/**
 * For an engine without the Navigation API, where nothing else keeps a page from being left: the library's modules
 * call what the test has put there, if it has. See `test/helpers/stay-here.ts`.
 */
export const lettingTestsStay = {
  name: 'letting-tests-stay',
  transform({ path, body }) {
    if (!path.startsWith('/components/')) return undefined;
    return {
      body: body.replaceAll(/\blocation\.assign\(/g, '(globalThis.leavePage ?? ((to) => location.assign(to)))('),
    };
  },
};
