/**
 * Calls as they are: sound goes into a microphone at a chosen moment and comes out of a speaker, through a real
 * browser, the real backend and its real models. Nothing below a second is timed here; `bench` does that.
 */
import { expect, test, type Page } from '@playwright/test';
import { contentWords, wordsOnTape } from '../support/trainee';
import { Ears, Echo, Hiss, speak } from './room';

let ears: Ears;
let hiss: Hiss;
let echo: Echo | null = null;

test.beforeEach(() => {
  ears = new Ears();
  hiss = new Hiss();
});

test.afterEach(() => {
  ears.close();
  hiss.end();
  echo?.end();
  echo = null;
});

interface Said {
  index: number;
  speaker: 'trainee' | 'prospect';
  text: string;
  heard: boolean;
}

const mine = (page: Page) => page.locator('[data-speaker="trainee"][data-final="true"]');
const theirs = (page: Page) => page.locator('[data-speaker="prospect"][data-kind="line"]');
const heardOut = (page: Page) => page.locator('[data-speaker="prospect"][data-final="true"]');

/** A friendly prospect, and the same one every time: the tests are about sound. */
const SOMEBODY = { seed: 11, difficulty: 1 };

/** A call whose prospect has picked up and said the first words; answers with the session's id. */
async function pickedUp(page: Page): Promise<string> {
  await page.route('**/sessions', (route) => {
    const wishes = route.request().postDataJSON() as object | null;
    return route.continue(wishes === null ? {} : { postData: { ...wishes, ...SOMEBODY } });
  });
  await page.goto('/#/models');
  await expect(page.getByText('Ready to call')).toBeVisible({ timeout: 120_000 });
  await page.goto('/');
  const made = page.waitForResponse(
    (answer) => answer.url().endsWith('/sessions') && answer.request().method() === 'POST',
  );
  await page.getByRole('button', { name: 'Start Call' }).click();
  const { session_id } = (await (await made).json()) as { session_id: string };
  await expect(page.getByText('On the line')).toBeVisible();
  await expect(heardOut(page)).toHaveCount(1);
  return session_id;
}

async function transcript(page: Page, id: string): Promise<Said[]> {
  const answer = await page.request.get(`/sessions/${id}/transcript`);
  return ((await answer.json()) as { utterances: Said[] }).utterances;
}

/** A question, spoken and answered. */
async function ask(page: Page, name: string): Promise<void> {
  const before = await theirs(page).count();
  await speak(name);
  await expect.poll(() => theirs(page).count()).toBeGreaterThan(before);
}

test('what is said is understood and answered aloud', async ({ page }) => {
  const id = await pickedUp(page);
  const before = await theirs(page).count();
  await speak('plain/01_opener');
  await expect(mine(page).first()).toContainText(/morning|name|calling|minute/i);
  await expect.poll(() => theirs(page).count()).toBeGreaterThan(before);
  // The answer is not only written: it comes out of the speaker.
  await expect.poll(() => ears.audible(4_000)).toBeGreaterThan(0.08);
  const said = await transcript(page, id);
  expect(said.some(({ speaker }) => speaker === 'trainee')).toBe(true);
});

test('speaking over the prospect stops it, and only what was heard is kept', async ({ page }) => {
  const id = await pickedUp(page);
  const cut = async () => (await transcript(page, id)).some(({ heard }) => !heard);
  // Some lines are over before anybody could cut in: the next one may be longer.
  for (const question of [
    'plain/01_opener',
    'plain/02_reason',
    'plain/03_problem',
    'demo/05_impact',
  ]) {
    await ask(page, question);
    const line = theirs(page).last();
    if (((await line.textContent()) ?? '').length < 45) {
      await expect(line).toHaveAttribute('data-final', 'true');
      continue;
    }
    await expect.poll(() => ears.audible(600)).toBeGreaterThan(0.3);
    const interruption = speak('plain/02_reason');
    await expect.poll(() => ears.audible(700), { timeout: 20_000 }).toBe(0);
    await interruption;
    await expect(line).toHaveAttribute('data-final', 'true');
    if (await cut()) break;
  }
  expect(await cut()).toBe(true);
  await expect(page.getByText('(cut off)').first()).toBeAttached();
});

test('with an echo in the room the prospect never interrupts itself', async ({ page }) => {
  echo = Echo.begin();
  const id = await pickedUp(page);
  const questions = ['plain/01_opener', 'plain/02_reason', 'plain/03_problem'];
  for (const question of questions) {
    await ask(page, question);
    await expect(theirs(page).last()).toHaveAttribute('data-final', 'true');
  }
  // Nobody says anything: what the speaker plays must not be taken for the trainee.
  await page.waitForTimeout(5_000);
  const said = await transcript(page, id);
  expect(said.filter(({ heard }) => !heard)).toEqual([]);
  const lines = said.filter(({ speaker }) => speaker === 'trainee');
  expect(lines.length).toBeGreaterThanOrEqual(questions.length);
  const onTape = wordsOnTape();
  for (const { text } of lines) {
    const words = contentWords(text);
    const known = words.filter((word) => onTape.has(word));
    expect(known.length / Math.max(1, words.length), text).toBeGreaterThan(0.6);
  }
});

test('the headset check tells an echo from none, and what was recorded can be heard', async ({
  page,
}) => {
  const rung = async (verdict: string) => {
    await page.getByRole('button', { name: 'Ring once' }).click();
    await expect(page.getByRole('button', { name: 'Ring once' })).toBeEnabled();
    await expect(page.getByText(verdict)).toBeVisible();
  };
  await page.goto('/#/setup');
  await page.getByRole('button', { name: 'Test the microphone' }).click();
  await rung('The microphone does not hear the speaker');
  echo = Echo.begin();
  await rung('The microphone hears the speaker');

  await page.getByRole('button', { name: 'Record four seconds' }).click();
  await speak('plain/04_follow_up');
  await page.getByRole('button', { name: 'Hear it' }).click();
  await expect.poll(() => ears.audible(1_000)).toBeGreaterThan(0.2);

  // What was found is kept for the calls to come with these two devices.
  const kept = await page.evaluate(() => localStorage.getItem('ringside.audio') ?? '');
  expect(Object.values((JSON.parse(kept) as { routes: object }).routes)).toEqual(['speaker']);
});
