/** A backend that somebody else runs: found, or said to be missing. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import type { BackendState } from './backend';
import { addressTold, RunningBackend } from './runningBackend';

async function answering(status: number): Promise<string> {
  const server = createServer((_request, response) => response.writeHead(status).end('{}'));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

test('the environment tells where it is', () => {
  expect(addressTold({})).toBeNull();
  expect(addressTold({ RINGSIDE_URL: '' })).toBeNull();
  expect(addressTold({ RINGSIDE_URL: 'http://127.0.0.1:8000/x', RINGSIDE_TOKEN: 't' })).toEqual({
    url: 'http://127.0.0.1:8000',
    token: 't',
  });
});

test.each(['http://ringside.example', 'https://127.0.0.1', 'file:///etc', 'nonsense'])(
  '%s is refused',
  (told) => {
    expect(() => addressTold({ RINGSIDE_URL: told })).toThrow();
  },
);

test('it is ready when it answers, and is left alone when the shell stops', async () => {
  const states: BackendState[] = [];
  const address = { url: await answering(200), token: 't' };
  const backend = new RunningBackend(address, (state) => states.push(state));
  await backend.start();
  expect(backend.state).toEqual({ phase: 'ready', address });
  await backend.stop();
  expect(states.map(({ phase }) => phase)).toEqual(['starting', 'ready', 'stopped']);
  expect((await fetch(address.url)).ok).toBe(true);
});

test('a wrong answer and no answer are failures', async () => {
  const backend = new RunningBackend({ url: await answering(500), token: '' }, () => undefined);
  await backend.start();
  expect(backend.state).toMatchObject({
    phase: 'failed',
    failure: { message: /does not answer/, stderr: /500/ },
  });
});
