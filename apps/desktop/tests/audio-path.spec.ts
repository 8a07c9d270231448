/**
 * The page's audio, byte for byte, against a scripted backend: frames keep the clock, acknowledgements count
 * what was played, clear and a dropped line do what the wire says. No models and no words are involved.
 */
import { expect, test, type Page } from '@playwright/test';
import { OUT_RATE_HZ, ScriptedBackend, sleep } from './support/scriptedBackend';

let backend: ScriptedBackend;

test.beforeEach(async ({ page }) => {
  backend = new ScriptedBackend();
  const url = await backend.listen();
  await page.addInitScript((address) => {
    Object.assign(window, {
      ringside: { backend: () => Promise.resolve({ url: address, token: '' }) },
    });
  }, url);
});

test.afterEach(async () => {
  await backend.close();
});

async function pickedUp(page: Page): Promise<void> {
  await page.goto('/');
  await page.getByRole('button', { name: 'Start Call' }).click();
  await expect(page.getByText('Ringing …')).toBeVisible();
  await expect.poll(() => backend.frames.length).toBeGreaterThan(3);
  backend.send({ type: 'phase', phase: 'live' });
  await expect(page.getByText('On the line')).toBeVisible();
}

const peak = async (page: Page, side: string) =>
  Number(await page.locator(`[data-level="${side}"]`).getAttribute('data-peak'));

test('frames follow one another from sample 0, at the pace of real time', async ({ page }) => {
  await pickedUp(page);
  await sleep(4_000);
  const frames = [...backend.frames];
  expect(frames.map(({ seq }) => seq)).toEqual(frames.map((_, i) => i));
  expect(frames.map(({ sampleIndex }) => sampleIndex)).toEqual(frames.map((_, i) => i * 512));
  expect(frames.some(({ gapBefore }) => gapBefore)).toBe(false);
  const [first, last] = [frames[0], frames.at(-1)];
  if (first === undefined || last === undefined) throw new Error('no frames');
  const heardMs = (last.sampleIndex - first.sampleIndex) / 16;
  expect(Math.abs(heardMs - (last.atMs - first.atMs))).toBeLessThan(250);
  // Chromium's stand-in microphone beeps.
  expect(frames.some(({ samples }) => samples.some((sample) => Math.abs(sample) > 500))).toBe(true);
  expect(await peak(page, 'trainee')).toBeGreaterThan(0.005);
});

test('a line is heard, acknowledged while it plays, and to its last sample', async ({ page }) => {
  await pickedUp(page);
  await backend.speak(1, 1_000);
  const total = OUT_RATE_HZ;
  await expect.poll(() => backend.played(1).at(-1)).toBe(total);
  const played = backend.played(1);
  expect(played.length).toBeGreaterThanOrEqual(10);
  expect(played).toEqual(played.toSorted((a, b) => a - b));
  expect(await peak(page, 'prospect')).toBeGreaterThan(0.15);
  expect(await peak(page, 'prospect')).toBeLessThan(0.25);
  const flags = backend.frames.map(({ prospectAudible }) => prospectAudible);
  expect(flags.filter(Boolean).length).toBeGreaterThan(20);
  await expect.poll(() => backend.frames.at(-1)?.prospectAudible).toBe(false);
});

test('clear stops a line at once and tells how far it came; the next one plays', async ({
  page,
}) => {
  await pickedUp(page);
  await backend.speak(1, 3_000, { unlessClearedAfterMs: 1_000 });
  const cleared = performance.now();
  backend.send({ type: 'clear', gen: 1 });
  await expect
    .poll(() => backend.messages.findLast(({ type }) => type === 'played')?.atMs ?? 0)
    .toBeGreaterThan(cleared);
  await sleep(300);
  const played = backend.played(1).at(-1) ?? 0;
  expect(played).toBeGreaterThan(OUT_RATE_HZ * 0.5);
  expect(played).toBeLessThan(OUT_RATE_HZ * 1.1);
  const answer = backend.messages.find(({ type, atMs }) => type === 'played' && atMs > cleared);
  expect((answer?.atMs ?? Infinity) - cleared).toBeLessThan(150);
  await backend.speak(2, 400);
  await expect.poll(() => backend.played(2).at(-1)).toBe(OUT_RATE_HZ * 0.4);
  expect(backend.played(1).at(-1)).toBe(played);
});

test('mute sends silence with the flag, and the clock runs on', async ({ page }) => {
  await pickedUp(page);
  await page.getByRole('button', { name: 'Mute' }).click();
  await expect.poll(() => backend.frames.at(-1)?.muted).toBe(true);
  await sleep(1_500);
  const muted = backend.frames.filter((frame) => frame.muted);
  expect(muted.length).toBeGreaterThan(30);
  expect(muted.every(({ samples }) => samples.every((sample) => sample === 0))).toBe(true);
  expect(backend.messages).toContainEqual(expect.objectContaining({ type: 'mute', on: true }));
});

test('a microphone that is taken away is replaced: the clock runs on, the gap is told', async ({
  page,
}) => {
  await page.addInitScript(() => {
    const devices = navigator.mediaDevices;
    const ask = devices.getUserMedia.bind(devices);
    devices.getUserMedia = async (wishes) => {
      const stream = await ask(wishes);
      // The second ear listens without echo cancellation; the call's own microphone is meant here.
      const { audio } = wishes ?? {};
      if (typeof audio === 'object' && audio.echoCancellation === true)
        Object.assign(window, { newest: stream });
      return stream;
    };
  });
  await pickedUp(page);
  await sleep(500);
  const before = backend.frames.length;
  // As the browser does when a device is pulled out.
  await page.evaluate(() => {
    const track = (window as unknown as { newest: MediaStream }).newest.getAudioTracks()[0];
    track?.stop();
    track?.dispatchEvent(new Event('ended'));
  });
  await expect(page.getByText(/You are heard through/)).toBeVisible();
  await expect
    .poll(() => backend.frames.slice(before).some(({ gapBefore }) => gapBefore))
    .toBe(true);
  await sleep(1_000);
  const frames = [...backend.frames];
  expect(frames.map(({ sampleIndex }) => sampleIndex)).toEqual(frames.map((_, i) => i * 512));
  expect(frames.filter(({ gapBefore }) => gapBefore)).toHaveLength(1);
  expect(frames.slice(-10).some(({ samples }) => samples.some((sample) => sample !== 0))).toBe(
    true,
  );
  await expect(page.getByText('On the line')).toBeVisible();
});

test('a microphone that gives only zeros is told with what to do', async ({ page }) => {
  await page.addInitScript(() => {
    navigator.mediaDevices.getUserMedia = () => {
      const context = new AudioContext();
      return Promise.resolve(context.createMediaStreamDestination().stream);
    };
  });
  await pickedUp(page);
  await expect(page.getByText('Your microphone sends only silence')).toBeVisible();
  await page.keyboard.press('m');
  await expect(page.getByText('Your microphone sends only silence')).toHaveCount(0);
});

test('push-to-talk is begun and left by key, and the patience set before is told', async ({
  page,
}) => {
  await page.addInitScript(() => {
    localStorage.setItem('ringside.call-wishes', JSON.stringify({ patience: 2 }));
  });
  await pickedUp(page);
  await page.keyboard.press('p');
  await page.keyboard.press('Space');
  await page.keyboard.press('p');
  await expect.poll(() => backend.messages.filter(({ type }) => type === 'ptt').length).toBe(4);
  const switches = backend.messages.filter(({ type }) => type === 'ptt' || type === 'patience');
  expect(switches).toMatchObject([
    { type: 'patience', level: 2 },
    { type: 'ptt', down: false, on: true },
    { type: 'ptt', down: true, on: true },
    { type: 'ptt', down: false, on: true },
    { type: 'ptt', down: false, on: false },
  ]);
});

test('what was learned of these devices is told as the call starts', async ({ page }) => {
  await page.goto('/#/setup');
  await page.getByRole('button', { name: 'Test the microphone' }).click();
  await page.getByRole('button', { name: 'I wear a headset' }).click();
  await page.goto('/');
  await page.getByRole('button', { name: 'Start Call' }).click();
  await expect.poll(() => backend.messages[0]).toMatchObject({ type: 'start', echo: 'headset' });
});

test('a dropped line comes back with the same clock and a gap', async ({ page }) => {
  await pickedUp(page);
  await sleep(500);
  const before = backend.frames.length;
  const lastIndex = backend.frames.at(-1)?.sampleIndex ?? 0;
  backend.drop();
  await expect.poll(() => backend.connections).toBe(2);
  await expect.poll(() => backend.frames.length).toBeGreaterThan(before + 3);
  const back = backend.frames[before];
  expect(back?.gapBefore).toBe(true);
  expect(back?.sampleIndex).toBeGreaterThan(lastIndex + 512);
  expect((back?.sampleIndex ?? 1) % 512).toBe(0);
  await backend.speak(1, 400);
  await expect.poll(() => backend.played(1).at(-1)).toBe(OUT_RATE_HZ * 0.4);
});

test('hanging up lets go of the microphone and ends the line', async ({ page }) => {
  await pickedUp(page);
  await page.getByRole('button', { name: 'End Call' }).click();
  await expect(page.getByRole('heading', { name: 'Post-Call Scorecard' })).toBeVisible();
  expect(backend.messages.at(-1)?.type).toBe('end');
  await sleep(300);
  const frames = backend.frames.length;
  await sleep(500);
  expect(backend.frames.length).toBe(frames);
});
