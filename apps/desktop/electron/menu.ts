/** The application menu: quit, edit, zoom; the developer tools while developing. */
import type { MenuItemConstructorOptions } from 'electron';

export function menuTemplate(packaged: boolean): MenuItemConstructorOptions[] {
  const developing: MenuItemConstructorOptions[] = packaged ? [] : [{ role: 'toggleDevTools' }];
  return [
    {
      label: 'Ringside',
      submenu: [{ role: 'quit', label: 'Quit Ringside', accelerator: 'CommandOrControl+Q' }],
    },
    // Without it macOS knows no keys for copy and paste.
    { role: 'editMenu' },
    {
      label: 'View',
      submenu: [
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        { role: 'togglefullscreen' },
        ...developing,
      ],
    },
  ];
}
