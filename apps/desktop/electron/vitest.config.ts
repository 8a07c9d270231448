/** The shell's tests run in Node; Electron itself is played by `testing/fakeElectron.ts`. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    root: import.meta.dirname,
    include: ['*.test.ts'],
    environment: 'node',
    restoreMocks: true,
  },
});
