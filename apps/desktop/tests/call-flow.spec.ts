/** The way of a call through the interface, with the real backend and its real models. */
import { expect, test, type Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';

const startCall = (page: Page) => page.getByRole('button', { name: 'Start Call' });
const endCall = (page: Page) => page.getByRole('button', { name: 'End Call' });
const scorecard = (page: Page) => page.getByRole('heading', { name: 'Post-Call Scorecard' });

interface Clip {
  lengthS: number;
  playedS: number;
  loudest: number;
}
declare function heardToTheEnd(): Promise<Clip>;

/** In the page: tells how far the next sound that is played was played, and how loud it is. */
function listenToClips() {
  const heard = new Promise<Clip>((resolve) => {
    window.Audio = class extends Audio {
      constructor(src?: string) {
        super(src);
        this.addEventListener('ended', () => {
          void measured(this).then(resolve);
        });
      }
    };
  });
  const measured = async ({ src, duration, currentTime }: HTMLMediaElement): Promise<Clip> => {
    const bytes = await (await fetch(src)).arrayBuffer();
    const sound = await new OfflineAudioContext(1, 1, 16_000).decodeAudioData(bytes);
    const loudest = Math.max(...sound.getChannelData(0).map(Math.abs));
    return { lengthS: duration, playedS: currentTime, loudest };
  };
  Object.assign(window, { heardToTheEnd: () => heard });
}

test('a voice call: Start Call, Call in progress, End Call, Post-Call Scorecard', async ({
  page,
}, info) => {
  await page.addInitScript(listenToClips);
  await page.goto('/');
  await startCall(page).click();
  await expect(page.getByText('Call in progress')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Briefing' })).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText('On the line')).toBeVisible({ timeout: 30_000 });

  // Somebody picked up: words on the screen, and sound on its way to the speaker.
  await expect(page.locator('[data-speaker="prospect"]').first()).toBeVisible({ timeout: 10_000 });
  await expect
    .poll(async () =>
      Number(await page.locator('[data-level="prospect"]').getAttribute('data-peak')),
    )
    .toBeGreaterThan(0.02);
  await expect(page.locator('[data-speaker="prospect"][data-final="true"]').first()).toBeVisible({
    timeout: 10_000,
  });

  await endCall(page).click();
  await expect(scorecard(page)).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Seven skills' })).toBeVisible({
    timeout: 15_000,
  });
  await expect(page.getByText('You ended the call.')).toBeVisible();
  // Nobody talked business, so there is nothing to give a total for.
  await expect(page.getByText('Partial call')).toBeVisible();
  await expect(page.getByText('not yet validated against human raters')).toBeVisible();

  // Every line can be heard: that stretch of the recording and no more, from the keyboard too.
  const line = page.getByRole('region', { name: 'Transcript' }).getByRole('button').first();
  await line.focus();
  const [asked, clip] = await Promise.all([
    page.waitForResponse((response) => response.url().includes('/recording.wav')),
    page.evaluate(() => heardToTheEnd()),
    page.keyboard.press('Enter'),
  ]);
  expect(asked.status()).toBe(206);
  expect(clip.loudest).toBeGreaterThan(0.02);
  expect(clip.playedS).toBeCloseTo(clip.lengthS, 2);
  const bytes = Number(asked.headers()['content-length']);
  expect(clip.lengthS).toBeCloseTo(bytes / 64_000, 2);
  await expect(line).toHaveAccessibleName(/^Hear it/);

  // The saved page needs nothing but itself to play the same line.
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Page with sound' }).click(),
  ]);
  const saved = info.outputPath('call.html');
  await file.saveAs(saved);
  const alone = await page.context().newPage();
  const fetched: string[] = [];
  alone.on('request', (request) => fetched.push(request.url().slice(0, 5)));
  await alone.goto(pathToFileURL(saved).href);
  const button = alone.getByRole('button', { name: /^Hear turn 0/ });
  await button.focus();
  await alone.keyboard.press('Enter');
  await expect(button).toHaveAttribute('aria-pressed', 'true');
  await expect(button).toHaveAttribute('aria-pressed', 'false');
  expect(fetched).toEqual(['file:']);
});

test('a typed call, its scorecard, and its place in the history', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('button', { name: /Type the call/ }).click();
  await expect(page.getByText('Call in progress')).toBeVisible();
  await expect(page.locator('[data-speaker="prospect"]')).toHaveCount(1);

  const line = 'Hi, this is Ana from Tarrowgate. The reason for my call is your freight invoices.';
  await page.getByLabel('Your line').fill(line);
  await page.keyboard.press('Enter');
  await expect(page.getByText(line)).toBeVisible();
  await expect(page.locator('[data-speaker="prospect"]')).toHaveCount(2);

  const name = await page.getByRole('heading', { level: 1 }).textContent();
  await endCall(page).click();
  await expect(scorecard(page)).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Transcript' })).toBeVisible({ timeout: 15_000 });
  await expect(page.getByText(line).first()).toBeVisible();
  await expect(page.getByText('there is no recording')).toBeVisible();

  // Held to be judged wrongly: beside the score, still there after a reload, in the saved file, and taken back.
  const total = await page.getByRole('region', { name: 'Outcome' }).textContent();
  await page.getByRole('heading', { name: 'Opener' }).click();
  await page.getByRole('button', { name: 'Judged wrongly? Reason' }).click();
  await page.keyboard.type('I said <why>.');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Take back: Reason' })).toBeFocused();
  await page.reload();
  await page.getByRole('heading', { name: 'Opener' }).click();
  await expect(page.getByText('“I said <why>.”')).toBeVisible();
  expect(await page.getByRole('region', { name: 'Outcome' }).textContent()).toBe(total);
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Text (Markdown)' }).click(),
  ]);
  expect(await readFile(await file.path(), 'utf8')).toContain('I said &lt;why&gt;.');
  await page.getByRole('button', { name: 'Take back: Reason' }).click();
  await expect(page.getByRole('button', { name: 'Judged wrongly? Reason' })).toBeFocused();

  await page.getByRole('link', { name: 'History' }).click();
  const row = page.getByRole('listitem').filter({ hasText: name ?? '' });
  await expect(row).toHaveCount(1);
  await row.getByRole('button', { name: /^Delete the call/ }).click();
  await page.getByRole('button', { name: 'Keep it' }).click();
  await expect(row).toHaveCount(1);
  await row.getByRole('button', { name: /^Delete the call/ }).click();
  await page.getByRole('button', { name: 'Delete for good' }).click();
  await expect(row).toHaveCount(0);
});

test('without a microphone the call can be typed instead', async ({ page }) => {
  await page.addInitScript(() => {
    navigator.mediaDevices.getUserMedia = () =>
      Promise.reject(new DOMException('Requested device not found', 'NotFoundError'));
  });
  await page.goto('/');
  await startCall(page).click();
  await expect(page.getByRole('heading', { name: 'No microphone found' })).toBeVisible();
  await page.getByRole('button', { name: 'Type instead' }).click();
  await expect(page.getByText('Call in progress')).toBeVisible();
  await expect(page.locator('[data-speaker="prospect"]')).toHaveCount(1);
  await endCall(page).click();
  await expect(scorecard(page)).toBeVisible();
});

test('everything can be reached from the keyboard', async ({ page }) => {
  await page.goto('/');
  await expect(startCall(page)).toBeVisible();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keyboard' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.keyboard.press('s');
  await expect(page.getByText('On the line')).toBeVisible({ timeout: 30_000 });
  await page.keyboard.press('m');
  await expect(page.getByRole('button', { name: 'Muted' })).toHaveAttribute('aria-pressed', 'true');
  await endCall(page).focus();
  await page.keyboard.press('Enter');
  await expect(scorecard(page)).toBeVisible();
});

test('what a call needs can be looked up', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('link', { name: 'Models' }).click();
  await expect(page.getByText('whisper-base').first()).toBeVisible();
  await expect(page.getByText('Ready to call')).toBeVisible({ timeout: 30_000 });
});
