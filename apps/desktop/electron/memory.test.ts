/** What is remembered survives a launch; what is damaged is forgotten. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ShellMemory } from './memory';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ringside-shell-'));
  file = join(folder, 'deep', 'shell.json');
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

test('the next launch knows what this one kept', () => {
  const memory = new ShellMemory(file);
  expect([memory.window, memory.port]).toEqual([undefined, 0]);
  memory.window = { x: 1 };
  memory.port = 41_000;
  expect(new ShellMemory(file)).toMatchObject({ window: { x: 1 }, port: 41_000 });
});

test.each(['', '{', 'null', '7', '{"port":"80"}', '{"port":80}', '{"port":70000}'])(
  'a file with %j in it is no reason to stop',
  (content) => {
    file = join(folder, 'shell.json');
    writeFileSync(file, content);
    expect(new ShellMemory(file).port).toBe(0);
  },
);

test('a place that cannot be written is said and survived', () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  mkdirSync(file, { recursive: true });
  const memory = new ShellMemory(file);
  memory.port = 41_000;
  expect(memory.port).toBe(41_000);
  expect(warn).toHaveBeenCalledOnce();
});
