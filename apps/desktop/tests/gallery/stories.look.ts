/** Every state of the interface: no accessibility violation, nothing cut off, nothing thrown; with a picture of each. */
import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';

const LOOKS = [
  { name: 'light', theme: 'light', width: 1440, height: 900 },
  { name: 'dark', theme: 'dark', width: 1440, height: 900 },
  { name: 'small', theme: 'light', width: 800, height: 600 },
  // 800 × 600 at 200 % zoom.
  { name: 'zoomed', theme: 'light', width: 400, height: 300 },
  {
    name: 'forced-colours',
    theme: 'light',
    width: 800,
    height: 600,
    forcedColors: 'active' as const,
  },
];

/** Parts that a look is taken in, side by side. */
const PARTS = 2;

/** Stories whose call is on the line: their way out must be in sight. */
const IN_CALL =
  /^(preparing|ringing|.*Speaking|muted|pushToTalk|captionsOff|reconnecting|mic(Lost|Silent|Clipping|Changed|DeniedInCall)|loudRoom|latencyInCall|trouble|typed.*)$/;

/** Broken rules of the page as it stands; the legacy mode spares a new tab for each of some hundred questions. */
async function broken(page: Page): Promise<[string, string[]][]> {
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .options({ resultTypes: ['violations'] })
    .analyze();
  return violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
}

for (const look of LOOKS) {
  for (let part = 0; part < PARTS; part++) {
    test(`stories stand in ${look.name}, part ${part + 1}`, async ({ page }, info) => {
      test.setTimeout(180_000);
      const thrown: string[] = [];
      page.on('pageerror', (error) => thrown.push(error.message));
      await page.setViewportSize(look);
      await page.emulateMedia({
        reducedMotion: 'reduce',
        forcedColors: look.forcedColors ?? 'none',
      });
      await page.goto(`/gallery.html?theme=${look.theme}`);
      const names = await page.locator('[data-stories] a').allTextContents();
      expect(names.length).toBeGreaterThan(40);
      for (const name of names.filter((_, i) => i % PARTS === part)) {
        await test.step(name, async () => {
          await page.evaluate((story) => (window.location.hash = story), name);
          await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('Gallery');
          expect.soft(await broken(page), `${name} in ${look.name}`).toEqual([]);
          const sideways = await page.evaluate(
            () => document.documentElement.scrollWidth - innerWidth,
          );
          expect.soft(sideways, 'nothing needs sideways scrolling').toBeLessThanOrEqual(0);
          if (IN_CALL.test(name) && look.height >= 600) {
            await expect
              .soft(page.getByRole('button', { name: 'End Call' }), `${name} in ${look.name}`)
              .toBeInViewport({ ratio: 1 });
          }
          await info.attach(`${name}-${look.name}`, {
            body: await page.screenshot(),
            contentType: 'image/png',
          });
        });
      }
      expect(thrown).toEqual([]);
    });
  }
}

for (const story of ['scorecard', 'latencyInCall']) {
  test(`${story} opened up keeps the rules too`, async ({ page }, info) => {
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto(`/gallery.html#${story}`);
    await expect(page.locator('details').first()).toBeVisible();
    for (const more of await page.locator('details').all()) await more.locator('summary').click();
    expect(await broken(page)).toEqual([]);
    await info.attach(story, {
      body: await page.screenshot({ fullPage: true }),
      contentType: 'image/png',
    });
  });
}
