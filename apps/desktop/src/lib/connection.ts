/** Where the backend is and which token it wants: from the shell's bridge, else from the address bar. */
import type { BackendAddress } from '../types/bridge';

const TOKEN_KEY = 'ringside.token';

/** Asked anew each time: the shell may have restarted the backend on another port. */
export async function backendAddress(): Promise<BackendAddress> {
  if (window.ringside) return window.ringside.backend();
  return { url: window.location.origin, token: tokenFromAddressBar() };
}

/** Takes `?token=` out of the address bar, so that it is neither bookmarked nor shared by copying the address. */
export function tokenFromAddressBar(): string {
  const here = new URL(window.location.href);
  const given = here.searchParams.get('token');
  if (given !== null) {
    sessionStorage.setItem(TOKEN_KEY, given);
    here.searchParams.delete('token');
    window.history.replaceState(null, '', here);
  }
  return sessionStorage.getItem(TOKEN_KEY) ?? '';
}

/** Address of a session's call socket; a browser cannot send headers with it, so the token is a parameter. */
export function callSocketUrl({ url, token }: BackendAddress, sessionId: string): string {
  const socket = new URL(`/sessions/${encodeURIComponent(sessionId)}/call`, url);
  socket.protocol = socket.protocol === 'https:' ? 'wss:' : 'ws:';
  if (token !== '') socket.searchParams.set('token', token);
  return socket.href;
}
