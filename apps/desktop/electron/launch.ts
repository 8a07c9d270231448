/** What is run as the backend and with which surroundings; nothing else knows. */
import { join, resolve } from 'node:path';

export interface Launch {
  command: string;
  args: string[];
  cwd: string;
  env: NodeJS.ProcessEnv;
}

/** Where the shell itself runs. */
export interface Surroundings {
  packaged: boolean;
  /** Folder of `package.json` in development. */
  appPath: string;
  /** Folder of what is packed beside the application. */
  resourcesPath: string;
  platform: NodeJS.Platform;
  pid: number;
  env: NodeJS.ProcessEnv;
}

/**
 * Command line of a backend on `port` (0: any free one) that wants `token`.
 *
 * In development the environment may name another interpreter (`RINGSIDE_PYTHON`), backend folder
 * (`RINGSIDE_BACKEND_DIR`), built renderer (`RINGSIDE_RENDERER_DIR`) and further arguments
 * (`RINGSIDE_BACKEND_ARGS`, split at blanks); a packaged application runs its own parts only. The folders of data
 * and models (`RINGSIDE_DATA_DIR`, `RINGSIDE_MODELS_DIR`) are read by the backend itself.
 */
export function backendLaunch(here: Surroundings, port: number, token: string): Launch {
  const windows = here.platform === 'win32';
  const serve = ['--port', String(port), '--parent-pid', String(here.pid)];
  const env = { ...here.env, RINGSIDE_TOKEN: token };
  if (here.packaged) {
    const cwd = join(here.resourcesPath, 'backend');
    return {
      command: join(cwd, windows ? 'ringside-backend.exe' : 'ringside-backend'),
      args: serve,
      cwd,
      env: { ...env, RINGSIDE_RENDERER_DIR: join(here.resourcesPath, 'renderer') },
    };
  }
  const cwd = here.env.RINGSIDE_BACKEND_DIR ?? resolve(here.appPath, '../../services/backend');
  const python = windows ? '.venv/Scripts/python.exe' : '.venv/bin/python';
  const more = (here.env.RINGSIDE_BACKEND_ARGS ?? '').split(/\s+/).filter((word) => word !== '');
  return {
    command: here.env.RINGSIDE_PYTHON ?? join(cwd, python),
    args: ['-m', 'app', ...serve, ...more],
    cwd,
    env: {
      ...env,
      RINGSIDE_RENDERER_DIR: here.env.RINGSIDE_RENDERER_DIR ?? join(here.appPath, 'dist'),
    },
  };
}
