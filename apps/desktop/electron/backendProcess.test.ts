/** Real child processes, most of them badly behaved. */
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, expect, onTestFinished, test } from 'vitest';
import { BackendFailure, BackendProcess, LIMITS } from './backendProcess';

const started: BackendProcess[] = [];

function run(manner: string, limits: Partial<typeof LIMITS> = {}): BackendProcess {
  const child = new BackendProcess(
    {
      command: process.execPath,
      args: [join(import.meta.dirname, 'testing', 'badBackend.js'), manner],
      cwd: import.meta.dirname,
      env: process.env,
    },
    { ...LIMITS, ...limits },
  );
  started.push(child);
  return child;
}

afterEach(async () => {
  await Promise.all(started.splice(0).map((child) => child.stop()));
});

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

async function failureOf(child: BackendProcess): Promise<BackendFailure> {
  const outcome = await child.ready.catch((error: unknown) => error);
  expect(outcome).toBeInstanceOf(BackendFailure);
  return outcome as BackendFailure;
}

test('a good backend says where it is and goes when it is asked', async () => {
  const child = run('good');
  const { port, pid } = await child.ready;
  expect(port).toBe(50_123);
  await child.stop();
  expect(isAlive(pid)).toBe(false);
  await child.stop();
});

test('one that is never ready is given up, with what it printed', async () => {
  const failure = await failureOf(run('never-ready', { readyWithinMs: 2_000 }));
  expect(failure.message).toBe('The backend was not ready within 2 s.');
  expect(failure.stderr).toBe('still loading');
});

test('one that dies early says why', async () => {
  const failure = await failureOf(run('dies-early'));
  expect(failure.message).toBe('The backend ended (exit code 3).');
  expect(failure.stderr).toBe('no module named app');
});

test('one that says something else first is refused', async () => {
  expect((await failureOf(run('talks-first'))).message).toContain('Welcome!');
});

test('one that is not there at all is told apart', async () => {
  const child = new BackendProcess({ command: '/no/such/python', args: [], cwd: '/', env: {} });
  expect((await failureOf(child)).message).toContain('cannot be started');
  await child.stop();
});

test('a death in use is told with its last words', async () => {
  const child = run('dies-later');
  await child.ready;
  const { message, stderr } = await child.ended;
  expect(message).toBe('The backend ended (exit code 9).');
  expect(stderr).toBe('out of memory');
});

test('only the last 8 KB are kept, and a full stdout blocks nobody', async () => {
  const child = run('prints-much');
  await child.ready;
  const { stderr } = await child.ended;
  expect(Buffer.byteLength(stderr)).toBeGreaterThan(8_100);
  expect(Buffer.byteLength(stderr)).toBeLessThanOrEqual(8_192);
  expect(stderr.endsWith('éthe end')).toBe(true);
});

test('whoever starts it may listen along', async () => {
  const heard: string[] = [];
  const child = new BackendProcess(
    {
      command: process.execPath,
      args: ['-e', 'console.error("one"); console.error("two")'],
      cwd: import.meta.dirname,
      env: process.env,
    },
    LIMITS,
    (piece) => heard.push(piece.toString()),
  );
  await child.ended;
  expect(heard.join('')).toBe('one\ntwo\n');
});

test.skipIf(process.platform === 'win32')('one that is deaf is made to end', async () => {
  const child = run('deaf', { stopWithinMs: 300 });
  const { pid } = await child.ready;
  await child.stop();
  expect(isAlive(pid)).toBe(false);
  expect((await child.ended).message).toContain('SIGKILL');
});

test.skipIf(process.platform === 'win32')('what it started ends with it', async () => {
  const child = run('has-a-child');
  await child.ready;
  await child.stop();
  const grandchild = Number(/child (\d+)/.exec((await child.ended).stderr)?.[1]);
  expect(grandchild).toBeGreaterThan(0);
  onTestFinished(() => {
    if (isAlive(grandchild)) process.kill(grandchild, 'SIGKILL');
  });
  // Nobody here is its parent: until init collects it, it still has a number.
  for (let tries = 0; tries < 100 && isAlive(grandchild); tries += 1) await pause(50);
  expect(isAlive(grandchild)).toBe(false);
});
