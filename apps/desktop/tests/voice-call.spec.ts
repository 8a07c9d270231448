/**
 * A whole call by voice: a recorded trainee speaks through the browser's microphone, real models listen,
 * decide and answer aloud, and the scorecard quotes what was said.
 */
import { chromium, expect, test } from '@playwright/test';
import { join } from 'node:path';
import { contentWords, recordTape, wordsOnTape } from './support/trainee';

/** Readiness, ringing and the pick-up take their time; a line spoken over the ringing is only not heard. */
const LEAD_S = 7;
/** Room for the prospect's answer between two lines of the tape. */
const PAUSE_S = 5;

test('the trainee is understood, answered aloud and quoted', async ({ baseURL }, info) => {
  test.setTimeout(180_000);
  const tape = join(info.outputDir, 'trainee.wav');
  recordTape(info.outputPath('trainee.wav'), LEAD_S, PAUSE_S);
  const { launchOptions } = info.project.use;
  const browser = await chromium.launch({
    ...launchOptions,
    args: [...(launchOptions?.args ?? []), `--use-file-for-fake-audio-capture=${tape}%noloop`],
  });
  const context = await browser.newContext({
    ...(baseURL === undefined ? {} : { baseURL }),
    permissions: ['microphone'],
  });
  const page = await context.newPage();

  await page.goto('/#/models');
  await expect(page.getByText('Ready to call')).toBeVisible({ timeout: 60_000 });
  await page.goto('/');
  await page.getByRole('button', { name: 'Start Call' }).click();
  await expect(page.getByText('On the line')).toBeVisible({ timeout: 20_000 });

  const mine = page.locator('[data-speaker="trainee"][data-final="true"] p');
  const theirs = page.locator('[data-speaker="prospect"][data-final="true"] p');
  const callIsOn = page.getByText('Call in progress');

  // At least two of the tape's lines are understood, and each gets an answer; the prospect may leave before the end.
  await expect
    .poll(async () => (await mine.count()) >= 2 && (await theirs.count()) >= 3, { timeout: 90_000 })
    .toBe(true);
  const heard = contentWords((await mine.allTextContents()).join(' '));
  const onTape = wordsOnTape();
  const known = heard.filter((word) => onTape.has(word));
  expect(known.length).toBeGreaterThanOrEqual(5);
  expect(known.length / heard.length).toBeGreaterThan(0.7);

  const peak = Number(await page.locator('[data-level="prospect"]').getAttribute('data-peak'));
  expect(peak).toBeGreaterThan(0.02);

  if (await callIsOn.isVisible()) await page.getByRole('button', { name: 'End Call' }).click();
  await expect(page.getByRole('heading', { name: 'Post-Call Scorecard' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Seven skills' })).toBeVisible({
    timeout: 20_000,
  });

  for (const skill of await page.locator('details').all()) await skill.locator('summary').click();
  const quotes = page.locator('details button').filter({ hasText: 'You:' });
  expect(await quotes.count()).toBeGreaterThan(0);
  const quoted = contentWords((await quotes.allTextContents()).join(' '));
  expect(quoted.some((word) => onTape.has(word))).toBe(true);

  // A quote is a way back to the sound.
  await quotes.first().click();
  await expect(page.getByText('Stop:').first()).toBeAttached();
  await browser.close();
});
