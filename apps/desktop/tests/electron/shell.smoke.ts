/** The real shell with the real backend: what opens, what pages may do, what is left behind. */
import { expect } from '@playwright/test';
import { spawnSync } from 'node:child_process';
import type {} from '../../src/types/bridge';
import { backendsOf, pidOf, test } from './launch';

test('Home opens, the microphone is the app’s, and quitting leaves no backend', async ({
  shell,
}) => {
  const { app, page } = await shell.launch();
  await expect(page.getByRole('button', { name: 'Start Call' })).toBeVisible();
  const { origin, hostname } = new URL(page.url());
  expect(hostname).toBe('127.0.0.1');
  const pid = await pidOf(app);
  expect(backendsOf(pid)).toHaveLength(1);

  const seen = await page.evaluate(async () => {
    const backend = await window.ringside?.backend();
    const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
    const outcome = (promise: Promise<unknown>): Promise<string> =>
      promise.then(
        () => 'allowed',
        (error: unknown) => (error as Error).name,
      );
    return {
      url: backend?.url,
      readiness: (
        await fetch('/readiness', { headers: { Authorization: `Bearer ${backend?.token ?? ''}` } })
      ).status,
      tracks: stream.getAudioTracks().map(({ readyState }) => readyState),
      camera: await outcome(navigator.mediaDevices.getUserMedia({ audio: true, video: true })),
      place: await new Promise((resolve) => {
        navigator.geolocation.getCurrentPosition(
          () => {
            resolve('allowed');
          },
          ({ code }) => {
            resolve(code);
          },
        );
      }),
      elsewhere: await outcome(fetch('http://127.0.0.1:9/')),
      opened: window.open('http://127.0.0.1:9/') === null,
      node: ['require', 'process', 'module'].filter((name) => name in window),
    };
  });
  expect(seen).toEqual({
    url: origin,
    readiness: 200,
    tracks: ['live'],
    camera: 'NotAllowedError',
    place: 1,
    elsewhere: 'TypeError',
    opened: true,
    node: [],
  });

  // Playwright waits for navigations to finish, and these never begin: the page itself is asked.
  for (const elsewhere of ['http://127.0.0.1:9/', 'data:text/html,elsewhere']) {
    const stayed = await page.evaluate(async (url) => {
      window.location.href = url;
      await new Promise((resolve) => setTimeout(resolve, 500));
      return { origin: window.location.origin, screen: document.body.innerText };
    }, elsewhere);
    expect(stayed.origin).toBe(origin);
    expect(stayed.screen).toContain('Start Call');
  }

  await app.close();
  expect(backendsOf(pid)).toEqual([]);
});

test('somebody picks up, both sides are heard, and quitting hangs up', async ({ shell }) => {
  const { app, page } = await shell.launch();
  const canCall = () =>
    page.evaluate(async () => {
      const { url, token } = (await window.ringside?.backend()) ?? { url: '', token: '' };
      const answer = await fetch(`${url}/readiness`, {
        headers: { Authorization: `Bearer ${token}` },
      });
      return ((await answer.json()) as { can_call: boolean }).can_call;
    });
  await page.getByRole('button', { name: 'Start Call' }).waitFor();
  await expect.poll(canCall).toBe(true);
  await page.getByRole('button', { name: 'Start Call' }).click();
  await expect(page.getByText('On the line')).toBeVisible();
  for (const side of ['prospect', 'trainee']) {
    const line = page.locator(`[data-level="${side}"]`);
    await expect
      .poll(async () => Number(await line.getAttribute('data-peak')), { message: side })
      .toBeGreaterThan(0.005);
  }

  const asked = await app.evaluate(({ BrowserWindow, dialog }) => {
    const stay = 1;
    return new Promise<string>((resolve) => {
      dialog.showMessageBoxSync = ((_window: unknown, { message }: { message: string }) => {
        resolve(message);
        return stay;
      }) as typeof dialog.showMessageBoxSync;
      BrowserWindow.getAllWindows()[0]?.close();
    });
  });
  expect(asked).toBe('A call is in progress.');
  await expect(page.getByText('On the line')).toBeVisible();

  const pid = await pidOf(app);
  await app.close();
  expect(backendsOf(pid)).toEqual([]);
});

test('a backend that dies comes back once; then the error page says so and trying again works', async ({
  shell,
}) => {
  const { app, page } = await shell.launch();
  const start = page.getByRole('button', { name: 'Start Call' });
  await expect(start).toBeVisible();
  const pid = await pidOf(app);
  const kill = (): number => {
    const [backend = 0] = backendsOf(pid);
    process.kill(backend, 'SIGKILL');
    return backend;
  };
  const address = () =>
    page.evaluate(() => window.ringside?.backend().catch((error: unknown) => String(error)));
  const before = await address();

  const dead = kill();
  await expect.poll(address).toMatchObject({ url: new URL(page.url()).origin });
  await expect.poll(() => backendsOf(pid).filter((id) => id !== dead)).toHaveLength(1);
  expect(await address()).not.toEqual(before);

  kill();
  await expect(page.getByRole('alert')).toContainText('SIGKILL');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(start).toBeVisible();
});

test('a backend that cannot start is explained', async ({ shell }) => {
  const { page } = await shell.launch({ RINGSIDE_BACKEND_ARGS: '--no-such-option' });
  await expect(page.getByRole('alert')).toContainText('exit code 2');
  await expect(page.locator('pre')).toContainText('--no-such-option');
  // The page's own style is on: the policy it carries lets nothing else in.
  const button = page.getByRole('button', { name: 'Try again' });
  expect(await button.evaluate((element) => getComputedStyle(element).minHeight)).toBe('44px');
});

test('a second launch ends by itself; the next one finds the port and preferences of the last', async ({
  shell,
}) => {
  const first = await shell.launch();
  await expect(first.page.getByRole('button', { name: 'Start Call' })).toBeVisible();
  const { origin } = new URL(first.page.url());
  await first.page.evaluate(() => {
    localStorage.setItem('smoke', 'kept');
  });
  const { path, args, env } = shell.command;
  expect(spawnSync(path, args, { env, timeout: 60_000 }).status).toBe(0);
  await expect(first.page.getByRole('button', { name: 'Start Call' })).toBeVisible();
  await first.app.close();

  const { page } = await shell.launch();
  await expect(page.getByRole('button', { name: 'Start Call' })).toBeVisible();
  expect(new URL(page.url()).origin).toBe(origin);
  expect(await page.evaluate(() => localStorage.getItem('smoke'))).toBe('kept');
});

for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
  test(`a shell that gets ${signal} leaves no backend`, async ({ shell }) => {
    const { app, page } = await shell.launch();
    await expect(page.getByRole('button', { name: 'Start Call' })).toBeVisible();
    const pid = await pidOf(app);
    expect(backendsOf(pid)).toHaveLength(1);
    process.kill(pid, signal);
    await expect.poll(() => backendsOf(pid)).toEqual([]);
  });
}
