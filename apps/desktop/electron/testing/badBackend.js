/** A child process that behaves as its first word says; stands for a backend at its best and at its worst. */
import { spawn } from 'node:child_process';
import process from 'node:process';
import { setInterval } from 'node:timers';

const ready = () => {
  process.stdout.write(
    JSON.stringify({ status: 'ready', port: 50_123, pid: process.pid, version: '1.0' }) + '\n',
  );
};
const forever = () => setInterval(() => undefined, 1_000);

const manners = {
  good() {
    ready();
    forever();
  },
  'never-ready'() {
    process.stderr.write('still loading\n');
    forever();
  },
  'dies-early'() {
    process.stderr.write('no module named app\n');
    process.exitCode = 3;
  },
  'talks-first'() {
    process.stdout.write('Welcome!\n');
    forever();
  },
  'dies-later'() {
    ready();
    process.stderr.write('out of memory\n', () => process.exit(9));
  },
  deaf() {
    process.on('SIGTERM', () => process.stderr.write('heard, not moving\n'));
    ready();
    forever();
  },
  'has-a-child'() {
    const child = spawn(process.execPath, [import.meta.filename, 'deaf'], { stdio: 'ignore' });
    process.stderr.write(`child ${child.pid}\n`, ready);
    forever();
  },
  'prints-much'() {
    ready();
    process.stdout.write('x'.repeat(1 << 20), () => {
      process.stderr.write('é'.repeat(1 << 14) + 'the end\n', () => process.exit(0));
    });
  },
};
manners[process.argv[2]]();
