/** The menu is small and always has a way out. */
import { expect, test } from 'vitest';
import { menuTemplate } from './menu';

test('Ctrl or Cmd and Q quit; the developer tools are for developers', () => {
  for (const packaged of [true, false]) {
    const items = menuTemplate(packaged).flatMap(({ submenu }) =>
      Array.isArray(submenu) ? submenu : [],
    );
    expect(items).toContainEqual(
      expect.objectContaining({ role: 'quit', accelerator: 'CommandOrControl+Q' }),
    );
    expect(items.some(({ role }) => role === 'toggleDevTools')).toBe(!packaged);
  }
});
