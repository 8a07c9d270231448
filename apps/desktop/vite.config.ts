/** Builds and serves the renderer; in development every backend path goes to a backend that is already running. */
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import type { ProxyOptions } from 'vite';
import { defineConfig } from 'vitest/config';

const backend = process.env.VITE_BACKEND ?? 'http://127.0.0.1:8000';
const nouns = [
  'health',
  'readiness',
  'sessions',
  'playbooks',
  'rubrics',
  'progress',
  'ledger',
  'drills',
  'days',
  'score',
  'privacy',
];

// The backend knows this page's origin as a development origin; only the host must be its own.
const proxy: ProxyOptions = { target: backend, changeOrigin: true, ws: true };

export default defineConfig({
  plugins: [react(), tailwindcss()],
  server: {
    host: 'localhost',
    port: 5173,
    strictPort: true,
    proxy: Object.fromEntries(nouns.map((noun) => [`^/${noun}(/|\\?|$)`, proxy])),
  },
  worker: { format: 'es' },
  build: { target: 'es2023', chunkSizeWarningLimit: 700 },
  test: {
    environment: 'jsdom',
    include: ['src/**/*.test.{ts,tsx}'],
    setupFiles: ['src/dev/setupTests.ts'],
    restoreMocks: true,
  },
});
