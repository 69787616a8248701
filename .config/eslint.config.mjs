import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import { configs as lit } from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import { configs as wc } from 'eslint-plugin-wc';
import { defineConfig, globalIgnores } from 'eslint/config';
import globals from 'globals';
import tseslint from 'typescript-eslint';

export default defineConfig(
  globalIgnores([
    ...['dist', 'cdn', 'coverage', 'storybook-static'],
    // Written as their frameworks have it, and checked by the compilers of those.
    ...['.config/package/types', 'test/package/frameworks', 'examples'],
  ]),
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [
      tseslint.configs.recommendedTypeChecked,
      lit['flat/recommended'],
      wc['flat/best-practice'],
      litA11y.configs.recommended,
    ],
    languageOptions: {
      globals: globals.browser,
      parserOptions: { projectService: true, tsconfigRootDir: `${import.meta.dirname}/..` },
    },
    rules: {
      '@typescript-eslint/unbound-method': 'off', // lit binds @event=${this.handler} to the host itself
      '@typescript-eslint/consistent-type-imports': 'error',
      // Listeners may be async: what they do is shown by the element, not awaited by the browser.
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      'lit-a11y/list': 'off', // it does not see items that come from a directive
      'lit-a11y/no-redundant-role': 'off', // Safari takes the role from a list without markers
      'wc/guard-super-call': 'off', // LitElement has every lifecycle callback
    },
  },
  { files: ['**/*.mjs'], languageOptions: { globals: globals.node } },
  {
    files: ['test/**/*.ts', 'stories/**/*.ts'],
    plugins: { '@typescript-eslint': tseslint.plugin },
    rules: {
      '@typescript-eslint/no-unused-expressions': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true, varsIgnorePattern: '^_' }],
      // Recorded JSON is `any`, and taking it apart is what these files are for.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/restrict-template-expressions': 'off',
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-floating-promises': [
        'error',
        { allowForKnownSafeCalls: ['test', 'describe', 'it', 'before', 'after', 'beforeEach', 'afterEach'] },
      ],
    },
  },
  {
    // What chai's `expect` gives looks like a promise to the linter, and is one only for `accessible()`.
    files: ['test/components/**/*.ts', 'test/src/**/*.ts', 'test/helpers/**/*.ts'],
    rules: { '@typescript-eslint/no-floating-promises': 'off' },
  },
  prettier,
);
