/** A trainee on tape: recorded lines, strung together with pauses, as the file behind Chromium's fake microphone. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const BACKEND = resolve(import.meta.dirname, '../../../../services/backend');
const PYTHON = join(
  BACKEND,
  '.venv',
  process.platform === 'win32' ? 'Scripts/python.exe' : 'bin/python',
);
const CLIPS = join(BACKEND, 'bench', 'clips', 'plain');

/** Lines whose words must be found again in the call. */
const LINES = ['01_opener', '02_reason', '03_problem', '04_follow_up', '06_ask'];

// The browser reads WAV only; the backend's environment can read the clips.
const TAPE = `
import sys, wave
from pathlib import Path
import numpy as np
from bench.sound import RATE_HZ, read_mono
target, lead_s, pause_s, *clips = sys.argv[1:]
hiss = np.random.default_rng(1)
quiet = lambda s: hiss.integers(-3, 4, int(float(s) * RATE_HZ)).astype(np.int16)
parts = [quiet(lead_s)]
for clip in clips:
    parts += [read_mono(Path(clip)), quiet(pause_s)]
with wave.open(target, 'wb') as file:
    file.setnchannels(1); file.setsampwidth(2); file.setframerate(RATE_HZ)
    file.writeframes(np.concatenate(parts).tobytes())
`;

/** Writes the tape to `target`: `leadS` seconds of a quiet room, then each line followed by `pauseS` seconds. */
export function recordTape(target: string, leadS: number, pauseS: number): void {
  const clips = LINES.map((name) => join(CLIPS, `${name}.flac`));
  execFileSync(PYTHON, ['-c', TAPE, target, String(leadS), String(pauseS), ...clips], {
    cwd: BACKEND,
  });
}

/** The words of the tape's lines, from the script that they were recorded from. */
export function wordsOnTape(): Set<string> {
  const script = readFileSync(join(CLIPS, 'script.toml'), 'utf8');
  const said = [...script.matchAll(/^say = \[(.*)\]$/gm)].map(([, text]) => text ?? '');
  return new Set(said.flatMap(contentWords));
}

/** Words long enough to mean something, in lower case. */
export function contentWords(text: string): string[] {
  return text.toLowerCase().match(/[a-z']{4,}/g) ?? [];
}
