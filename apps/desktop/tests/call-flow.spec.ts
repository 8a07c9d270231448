/** The way of a call through the interface, with the real backend and its real models. */
import { expect, test, type Page } from '@playwright/test';

const startCall = (page: Page) => page.getByRole('button', { name: 'Start Call' });
const endCall = (page: Page) => page.getByRole('button', { name: 'End Call' });
const scorecard = (page: Page) => page.getByRole('heading', { name: 'Post-Call Scorecard' });

test('a voice call: Start Call, Call in progress, End Call, Post-Call Scorecard', async ({
  page,
}) => {
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

  await endCall(page).click();
  await expect(scorecard(page)).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Seven skills' })).toBeVisible({
    timeout: 15_000,
  });
  await expect(page.getByText('You ended the call.')).toBeVisible();
  // Nobody talked business, so there is nothing to give a total for.
  await expect(page.getByText('Partial call')).toBeVisible();
  await expect(page.getByText('not yet validated against human raters')).toBeVisible();
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
