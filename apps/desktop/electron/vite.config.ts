/** Builds the shell: two CommonJS files, because a sandboxed preload script is one file and knows no modules. */
import { defineConfig } from 'vite';

export default defineConfig({
  root: import.meta.dirname,
  build: {
    ssr: true,
    target: 'node20',
    outDir: '../dist-electron',
    emptyOutDir: true,
    minify: false,
    rolldownOptions: {
      input: { main: 'main.ts', preload: 'preload.ts' },
      external: ['electron', /^node:/],
      output: { format: 'cjs', entryFileNames: '[name].cjs' },
    },
  },
});
