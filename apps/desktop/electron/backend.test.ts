/** One backend is kept running: where it is, what happens when it dies, and that it stops when told. */
import { expect, test } from 'vitest';
import { Backend, type BackendState } from './backend';
import { ScriptedProcess, settled } from './testing/scriptedProcess';

function scene({ usualPort = 0, busy = [] as number[] } = {}) {
  const runs: ScriptedProcess[] = [];
  const phases: BackendState['phase'][] = [];
  const backend = new Backend({
    usualPort,
    portIsFree: (port) => Promise.resolve(!busy.includes(port)),
    changed: ({ phase }) => phases.push(phase),
    run: (port, token) => {
      const process = new ScriptedProcess(port, token);
      runs.push(process);
      return process.asProcess;
    },
  });
  /** The newest run. */
  const latest = (): ScriptedProcess => {
    const found = runs.at(-1);
    if (found === undefined) throw new Error('nothing was run');
    return found;
  };
  return { backend, runs, phases, latest };
}

async function started(options: Parameters<typeof scene>[0] = {}) {
  const here = scene(options);
  void here.backend.start();
  await settled();
  return here;
}

test('a start ends in an address with a token of its own', async () => {
  const { backend, latest } = await started();
  expect(latest().port).toBe(0);
  await latest().becomesReady(41_000);
  expect(backend.state).toEqual({
    phase: 'ready',
    address: { url: 'http://127.0.0.1:41000', token: latest().token },
  });
  expect(latest().token.length).toBeGreaterThanOrEqual(43);
});

test('it comes back once, at the same port, with another token', async () => {
  const { backend, runs, phases, latest } = await started();
  await latest().becomesReady(41_000);
  await latest().dies();
  expect(phases).toEqual(['starting', 'ready', 'restarting']);
  expect(latest().port).toBe(41_000);
  await latest().becomesReady();
  expect(backend.state.phase).toBe('ready');
  expect(new Set(runs.map(({ token }) => token)).size).toBe(2);
});

test('the second death is the end, with its last words', async () => {
  const { backend, runs, latest } = await started();
  await latest().becomesReady();
  await latest().dies();
  await latest().becomesReady();
  await latest().dies('out of memory');
  expect(runs).toHaveLength(2);
  expect(backend.state).toMatchObject({ phase: 'failed', failure: { stderr: 'out of memory' } });
});

test('trying again after that gives it another life to lose', async () => {
  const { backend, runs, latest } = await started();
  await latest().dies('first');
  expect(backend.state.phase).toBe('failed');
  void backend.start();
  await settled();
  await latest().becomesReady();
  await latest().dies();
  await latest().becomesReady();
  expect(runs).toHaveLength(3);
  expect(backend.state.phase).toBe('ready');
});

test('a death before readiness is not tried again by itself', async () => {
  const { backend, runs, latest } = await started();
  await latest().dies('no module named app');
  await settled();
  expect(runs).toHaveLength(1);
  expect(backend.state).toMatchObject({ phase: 'failed', failure: { stderr: /no module/ } });
});

test('the usual port is taken when it is free, any other when it is not', async () => {
  expect((await started({ usualPort: 41_000 })).latest().port).toBe(41_000);
  expect((await started({ usualPort: 41_000, busy: [41_000] })).latest().port).toBe(0);
});

test('two impatient tries run one backend', async () => {
  const { backend, runs } = scene();
  void backend.start();
  void backend.start();
  await settled();
  expect(runs).toHaveLength(1);
});

test('stopping is no death', async () => {
  const { backend, runs, phases, latest } = await started();
  await latest().becomesReady();
  await backend.stop();
  await settled();
  expect(latest().stops).toBe(1);
  expect(runs).toHaveLength(1);
  expect(phases).toEqual(['starting', 'ready', 'stopped']);
});

test('stopping while it starts leaves nothing running', async () => {
  const { backend, phases, latest } = await started();
  await backend.stop();
  expect(latest().stops).toBeGreaterThan(0);
  expect(phases).toEqual(['starting', 'stopped']);

  const other = scene();
  void other.backend.start();
  await other.backend.stop();
  await settled();
  expect(other.runs).toHaveLength(0);
});
