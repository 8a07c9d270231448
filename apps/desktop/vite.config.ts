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

/** The backend admits its own origin only: this page's origin stands in for it, any other passes as it is. */
const asOwnOrigin = (origin: string | undefined, host: string | undefined) =>
  origin === `http://${host ?? ''}` ? backend : origin;

const proxy: ProxyOptions = {
  target: backend,
  changeOrigin: true,
  ws: true,
  configure: (server) => {
    server.on('proxyReq', (outgoing, { headers }) => {
      const origin = asOwnOrigin(headers.origin, headers.host);
      if (origin !== undefined) outgoing.setHeader('origin', origin);
    });
    server.on('proxyReqWs', (outgoing, { headers }) => {
      const origin = asOwnOrigin(headers.origin, headers.host);
      if (origin !== undefined) outgoing.setHeader('origin', origin);
    });
  },
};

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
