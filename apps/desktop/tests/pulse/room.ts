/** The room around the computer: somebody who speaks into the microphone, ears at the speaker, and walls that echo. */
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { join, resolve } from 'node:path';

const CLIPS = resolve(import.meta.dirname, '../../../../services/backend/bench/clips');
const RATE_HZ = 16_000;
/** What a quiet room reaches at most, as int16. */
const AUDIBLE = 200;

const pactl = (...words: string[]): string =>
  execFileSync('pactl', words, { encoding: 'utf8' }).trim();

/** Path of a recorded line of the trainee. */
export const clip = (name: string): string => join(CLIPS, `${name}.flac`);

/** Speaks a recorded line into the microphone; answers when it is over. */
export function speak(name: string): Promise<void> {
  return new Promise((done, failed) => {
    const player = spawn('paplay', ['--device=mouth', clip(name)], { stdio: 'inherit' });
    player.on('error', failed);
    player.on('exit', (code) => {
      if (code === 0) done();
      else failed(new Error(`paplay ended with ${String(code)}`));
    });
  });
}

/** What no real microphone is without: a faint hiss, too quiet to be heard at the speaker. */
export class Hiss {
  private readonly player: ChildProcess;

  constructor() {
    // Longer than what is looked at, or its repeating would be a tone.
    const hiss = Buffer.alloc(RATE_HZ * 2 * 10);
    for (let at = 0; at < hiss.length; at += 2)
      hiss.writeInt16LE(Math.round((Math.random() - 0.5) * 12), at);
    const words = ['--device=mouth', '--raw', `--rate=${RATE_HZ}`, '--channels=1'];
    this.player = spawn('paplay', [...words, '--format=s16le'], {
      stdio: ['pipe', 'ignore', 'inherit'],
    });
    const pour = () => {
      this.player.stdin?.write(hiss);
    };
    this.player.stdin?.on('drain', pour);
    // Its pipe breaks when it is stopped.
    this.player.stdin?.on('error', () => undefined);
    pour();
  }

  end(): void {
    this.player.kill();
  }
}

/** What comes out of the speaker finds its way back into the microphone, as without a headset. */
export class Echo {
  private constructor(private readonly module: string) {}

  static begin(): Echo {
    const module = pactl(
      'load-module',
      'module-loopback',
      'source=speaker.monitor',
      'sink=mouth',
      'latency_msec=40',
      'source_dont_move=true',
      'sink_dont_move=true',
    );
    const input = pactl('list', 'short', 'sink-inputs')
      .split('\n')
      .find((line) => line.includes('module-loopback'));
    // About 10 dB weaker than it was played.
    if (input !== undefined) pactl('set-sink-input-volume', input.split('\t')[0] ?? '', '-10dB');
    return new Echo(module);
  }

  end(): void {
    pactl('unload-module', this.module);
  }
}

/** Somebody listens at the speaker from now on. */
export class Ears {
  private readonly recorder: ChildProcess;
  private readonly chunks: Buffer[] = [];

  constructor() {
    const words = [
      '--device=speaker.monitor',
      `--rate=${RATE_HZ}`,
      '--channels=1',
      '--format=s16le',
    ];
    this.recorder = spawn('parec', [...words, '--latency-msec=50'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    this.recorder.stdout?.on('data', (chunk: Buffer) => this.chunks.push(chunk));
  }

  /** Share of the last `ms` in which something was to be heard. */
  audible(ms: number): number {
    const bytes = Buffer.concat(this.chunks);
    const wanted = Math.min(bytes.length >> 1, (RATE_HZ * ms) / 1000);
    const from = (bytes.length >> 1) - wanted;
    const block = RATE_HZ / 50;
    let [loud, blocks] = [0, 0];
    for (let at = from; at + block <= from + wanted; at += block) {
      let peak = 0;
      for (let i = at; i < at + block; i++)
        peak = Math.max(peak, Math.abs(bytes.readInt16LE(i * 2)));
      if (peak > AUDIBLE) loud++;
      blocks++;
    }
    return blocks === 0 ? 0 : loud / blocks;
  }

  close(): void {
    this.recorder.kill();
  }
}
