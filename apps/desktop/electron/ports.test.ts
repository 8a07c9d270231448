/** A port is free when nobody listens there. */
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { portIsFree } from './ports';

test('a port with a listener is not free', async () => {
  const listener = createServer().listen(0, '127.0.0.1');
  await once(listener, 'listening');
  const { port } = listener.address() as AddressInfo;
  expect(await portIsFree(port)).toBe(false);
  listener.close();
  await once(listener, 'close');
  expect(await portIsFree(port)).toBe(true);
  expect(await portIsFree(0)).toBe(true);
});
