/** Where the backend is, and that the token leaves the address bar. */
import { afterEach, expect, it } from 'vitest';
import { backendAddress, callSocketUrl, tokenFromAddressBar } from './connection';

afterEach(() => {
  sessionStorage.clear();
  window.history.replaceState(null, '', '/');
});

it('takes the token out of the address bar and keeps it for a reload', () => {
  window.history.replaceState(null, '', '/?token=abc&x=1#/history');
  expect(tokenFromAddressBar()).toBe('abc');
  expect(window.location.search).toBe('?x=1');
  expect(window.location.hash).toBe('#/history');
  expect(tokenFromAddressBar()).toBe('abc');
});

it('asks the shell where there is one', async () => {
  const address = { url: 'http://127.0.0.1:9', token: 't' };
  Object.assign(window, { ringside: { backend: () => Promise.resolve(address) } });
  expect(await backendAddress()).toEqual(address);
  Reflect.deleteProperty(window, 'ringside');
  expect((await backendAddress()).url).toBe(window.location.origin);
});

it('names the call socket, with the token only where one is needed', () => {
  expect(callSocketUrl({ url: 'http://127.0.0.1:9', token: 'a b' }, 's/1')).toBe(
    'ws://127.0.0.1:9/sessions/s%2F1/call?token=a+b',
  );
  expect(callSocketUrl({ url: 'https://here', token: '' }, 's1')).toBe(
    'wss://here/sessions/s1/call',
  );
});
