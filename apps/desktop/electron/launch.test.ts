/** What is run, in development and packaged. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { backendLaunch, type Surroundings } from './launch';

const developing: Surroundings = {
  packaged: false,
  appPath: join('/repo', 'apps', 'desktop'),
  resourcesPath: '/electron/resources',
  platform: 'linux',
  pid: 42,
  env: { PATH: '/bin' },
};

test('in development the environment of the repository runs the module', () => {
  const { command, args, cwd, env } = backendLaunch(developing, 0, 'secret');
  expect(cwd).toBe(join('/repo', 'services', 'backend'));
  expect(command).toBe(join(cwd, '.venv/bin/python'));
  expect(args).toEqual(['-m', 'app', '--port', '0', '--parent-pid', '42']);
  expect(env).toEqual({
    PATH: '/bin',
    RINGSIDE_TOKEN: 'secret',
    RINGSIDE_RENDERER_DIR: join('/repo', 'apps', 'desktop', 'dist'),
  });
});

test('on Windows the interpreter lies elsewhere', () => {
  const { command } = backendLaunch({ ...developing, platform: 'win32' }, 0, '');
  expect(command).toMatch(/Scripts.python\.exe$/);
});

test('the environment may name other parts while developing', () => {
  const { command, args, cwd, env } = backendLaunch(
    {
      ...developing,
      env: {
        RINGSIDE_PYTHON: '/other/python',
        RINGSIDE_BACKEND_DIR: '/other/backend',
        RINGSIDE_RENDERER_DIR: '/other/dist',
        RINGSIDE_BACKEND_ARGS: ' --data-dir  /tmp/data ',
      },
    },
    7000,
    't',
  );
  expect([command, cwd, env.RINGSIDE_RENDERER_DIR]).toEqual([
    '/other/python',
    '/other/backend',
    '/other/dist',
  ]);
  expect(args.slice(2)).toEqual([
    '--port',
    '7000',
    '--parent-pid',
    '42',
    '--data-dir',
    '/tmp/data',
  ]);
});

test('a packaged application runs its own binary, whatever the environment says', () => {
  const { command, args, env } = backendLaunch(
    {
      ...developing,
      packaged: true,
      env: {
        RINGSIDE_PYTHON: '/evil',
        RINGSIDE_BACKEND_ARGS: '--evil',
        RINGSIDE_RENDERER_DIR: '/e',
      },
    },
    0,
    't',
  );
  expect(command).toBe(join('/electron/resources', 'backend', 'ringside-backend'));
  expect(args).toEqual(['--port', '0', '--parent-pid', '42']);
  expect(env.RINGSIDE_RENDERER_DIR).toBe(join('/electron/resources', 'renderer'));
});
