/** Every state of the interface: no accessibility violation, nothing cut off, nothing thrown; with a picture of each. */
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';

// A trace of some hundred pictures costs more than it tells.
test.use({ trace: 'off' });

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

/** Stories whose call is on the line: their way out must be in sight. */
const IN_CALL =
  /^(preparing|ringing|.*Speaking|muted|pushToTalk|captionsOff|reconnecting|mic(Lost|Silent)|trouble|typed.*)$/;

for (const look of LOOKS) {
  test(`every story stands in ${look.name}`, async ({ page }, info) => {
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
    expect(names.length).toBeGreaterThan(20);
    for (const name of names) {
      await test.step(name, async () => {
        await page.evaluate((story) => (window.location.hash = story), name);
        await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('Gallery');
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect
          .soft(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]))
          .toEqual([]);
        const sideways = await page.evaluate(
          () => document.documentElement.scrollWidth - innerWidth,
        );
        expect.soft(sideways, 'nothing needs sideways scrolling').toBeLessThanOrEqual(0);
        if (IN_CALL.test(name) && look.height >= 600) {
          await expect
            .soft(page.getByRole('button', { name: 'End Call' }))
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

test('a scorecard opened up keeps the rules too', async ({ page }) => {
  await page.goto('/gallery.html#scorecard');
  for (const skill of await page.locator('details').all()) await skill.locator('summary').click();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
});
