import { configs as lit } from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import { configs as wc } from 'eslint-plugin-wc';
import { defineConfig, globalIgnores } from 'eslint/config';
import { parser } from 'typescript-eslint';

/** What only knows templates and custom elements; `.oxlintrc.json` has the rest. */
export default defineConfig(
  globalIgnores([
    ...['dist', 'cdn', 'coverage', 'storybook-static'],
    // Written as their frameworks have it, and checked by the compilers of those.
    ...['.config/package/types', 'test/package/frameworks', 'examples'],
  ]),
  {
    files: ['**/*.ts'],
    languageOptions: { parser },
    extends: [lit['flat/recommended'], wc['flat/best-practice'], litA11y.configs.recommended],
    rules: {
      'lit-a11y/list': 'off', // it does not see items that come from a directive
      'lit-a11y/no-redundant-role': 'off', // Safari takes the role from a list without markers
      'wc/guard-super-call': 'off', // LitElement has every lifecycle callback
    },
  },
);
