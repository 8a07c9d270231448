/** A WebSocket that a test plays the far end of. */
import type { Socket } from '../lib/callLink';
import { decodeTraineeFrame, type TraineeFrame } from '../lib/wire/frames';
import type { ServerMessage } from '../types/session';

export class FakeSocket implements Socket {
  binaryType: BinaryType = 'blob';
  readyState = 0;
  bufferedAmount = 0;
  onopen: Socket['onopen'] = null;
  onmessage: Socket['onmessage'] = null;
  onclose: Socket['onclose'] = null;
  sent: (string | ArrayBuffer)[] = [];
  closedWith: number | undefined;

  send(data: string | ArrayBuffer): void {
    this.sent.push(data);
  }
  close(code?: number): void {
    this.readyState = 3;
    this.closedWith = code;
  }

  accepts(): void {
    this.readyState = 1;
    this.onopen?.(new Event('open'));
  }
  says(message: ServerMessage): void {
    this.delivers(JSON.stringify(message));
  }
  delivers(data: unknown): void {
    this.onmessage?.(new MessageEvent('message', { data }));
  }
  drops(code: number): void {
    this.readyState = 3;
    this.onclose?.(new CloseEvent('close', { code }));
  }

  get texts(): unknown[] {
    return this.sent
      .filter((data) => typeof data === 'string')
      .map((text): unknown => JSON.parse(text));
  }
  get frames(): TraineeFrame[] {
    return this.sent.filter((data) => data instanceof ArrayBuffer).map(decodeTraineeFrame);
  }
}
