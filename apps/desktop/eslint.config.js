/** Lint rules: strict types, React's own rules, and who may import whom (components → hooks → lib → types). */
import js from '@eslint/js';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const mayNotImport = (files, groups, message) => ({
  files,
  rules: { 'no-restricted-imports': ['error', { patterns: [{ group: groups, message }] }] },
});

export default tseslint.config(
  {
    ignores: [
      'dist',
      'dist-electron',
      'release',
      'test-results',
      'playwright-report',
      'src/types/wire.gen.ts',
    ],
  },
  js.configs.recommended,
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
    },
  },
  { files: ['src/**/*.{ts,tsx}'], ...reactHooks.configs.flat.recommended },
  { files: ['**/*.js'], extends: [tseslint.configs.disableTypeChecked] },
  mayNotImport(
    ['src/types/**'],
    ['**/lib/**', '**/hooks/**', '**/components/**', 'react'],
    'types know nobody',
  ),
  mayNotImport(
    ['src/lib/**', 'src/worklets/**', 'src/workers/**'],
    ['**/hooks/**', '**/components/**', 'react'],
    'lib knows neither React nor screens',
  ),
  mayNotImport(['src/hooks/**'], ['**/components/**'], 'hooks know no components'),
);
