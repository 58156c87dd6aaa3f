import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/** core is pure: it may not see the browser, the shell, or what draws it. */
const towardsTheOutside = {
  group: [
    '**/shell/**',
    '**/screens/**',
    '**/sw/**',
    '**/components/**',
    'react',
    'react-dom',
    'idb',
  ],
  message: 'core imports nothing from shell, screens or the browser.',
};

export default tseslint.config(
  { ignores: ['dist/**', 'node_modules/**', 'shared/src/api/types.ts'] },
  ...tseslint.configs.recommended,
  {
    files: ['**/*.ts', '**/*.tsx'],
    plugins: { 'react-hooks': reactHooks },
    rules: {
      ...reactHooks.configs.recommended.rules,
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
      '@typescript-eslint/consistent-type-imports': 'error',
      'max-lines': ['error', 400],
      eqeqeq: 'error',
      'no-console': 'error',
      'no-restricted-syntax': [
        'error',
        {
          selector: "JSXAttribute[name.name='style']",
          message: 'The content security policy refuses inline styles: use a class.',
        },
        {
          selector: "JSXAttribute[name.name='dangerouslySetInnerHTML']",
          message: 'Markup from strings is never safe here.',
        },
      ],
    },
  },
  {
    files: ['*/src/core/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: {
      '@typescript-eslint/no-restricted-imports': ['error', { patterns: [towardsTheOutside] }],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'Time is passed in.' },
        { object: 'Math', property: 'random', message: 'Chance is passed in.' },
      ],
    },
  },
  {
    files: ['shared/src/**/*.ts', 'shared/src/**/*.tsx'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          patterns: [
            { group: ['**/worker/**', '**/control-room/**'], message: 'shared knows no app.' },
          ],
        },
      ],
    },
  },
  {
    files: ['worker/**/*.ts', 'worker/**/*.tsx'],
    ignores: ['worker/src/core/**'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          patterns: [
            { group: ['**/control-room/**'], message: 'The apps do not know each other.' },
          ],
        },
      ],
    },
  },
  {
    files: ['control-room/**/*.ts', 'control-room/**/*.tsx'],
    ignores: ['control-room/src/core/**'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        { patterns: [{ group: ['**/worker/**'], message: 'The apps do not know each other.' }] },
      ],
    },
  },
);
