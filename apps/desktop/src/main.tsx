/** Starts the renderer. */
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App';
import { CallProvider } from './hooks/useCall';
import { tokenFromAddressBar } from './lib/connection';
import './styles/tokens.css';

// Before anything else: the token must not stay in the address bar.
tokenFromAddressBar();

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={new QueryClient()}>
      <CallProvider>
        <App />
      </CallProvider>
    </QueryClientProvider>
  </StrictMode>,
);
