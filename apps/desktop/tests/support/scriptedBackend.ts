/** A backend of a few lines on a real port, for tests of what the page's audio does to bytes on the wire. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocketServer, type WebSocket } from 'ws';
import { aReadiness, aScorecard, aSession, aSummary, aTranscript } from '../../src/dev/makeWire';
import {
  decodeTraineeFrame,
  encodeProspectPiece,
  type TraineeFrame,
} from '../../src/lib/wire/frames';
import type { ClientMessage, ServerMessage } from '../../src/types/session';

export const OUT_RATE_HZ = 22_050;

/** A frame as it arrived. */
export interface Arrival extends TraineeFrame {
  atMs: number;
}

export class ScriptedBackend {
  readonly frames: Arrival[] = [];
  readonly messages: (ClientMessage & { atMs: number })[] = [];
  connections = 0;
  private socket: WebSocket | null = null;
  private readonly server: Server;
  private readonly sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false });

  constructor() {
    this.server = createServer((request, response) => {
      answer(request, response);
    });
    this.server.on('upgrade', (request, stream, head) => {
      this.sockets.handleUpgrade(request, stream, head, (socket) => {
        this.admit(socket);
      });
    });
  }

  async listen(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    this.socket?.terminate();
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  send(message: ServerMessage): void {
    this.socket?.send(JSON.stringify(message));
  }

  /** Cuts the line without a word. */
  drop(): void {
    this.socket?.terminate();
  }

  /** Sends `ms` of a tone as `gen`, in pieces of 40 ms at the pace of speech, `leadMs` ahead. */
  async speak(
    gen: number,
    ms: number,
    { leadMs = 200, unlessClearedAfterMs = Infinity } = {},
  ): Promise<void> {
    const pieceMs = 40;
    const perPiece = (OUT_RATE_HZ * pieceMs) / 1000;
    const began = performance.now();
    for (let at = 0; at < ms && at < unlessClearedAfterMs; at += pieceMs) {
      const startSample = (at / pieceMs) * perPiece;
      const samples = Int16Array.from({ length: perPiece }, (_, i) =>
        Math.round(9_000 * Math.sin((2 * Math.PI * 330 * (startSample + i)) / OUT_RATE_HZ)),
      );
      const last = at + pieceMs >= ms;
      this.socket?.send(encodeProspectPiece({ gen, startSample, first: at === 0, last, samples }));
      await sleep(at - leadMs - (performance.now() - began));
    }
  }

  played(gen: number): number[] {
    return this.messages.flatMap((message) =>
      message.type === 'played' && message.gen === gen ? [message.samples] : [],
    );
  }

  private admit(socket: WebSocket): void {
    this.connections++;
    this.socket = socket;
    socket.on('message', (data: Buffer, isBinary: boolean) => {
      const atMs = performance.now();
      if (isBinary) {
        const bytes = data.buffer.slice(
          data.byteOffset,
          data.byteOffset + data.byteLength,
        ) as ArrayBuffer;
        this.frames.push({ ...decodeTraineeFrame(bytes), atMs });
        return;
      }
      const message = JSON.parse(data.toString('utf8')) as ClientMessage;
      this.messages.push({ ...message, atMs });
      if (message.type === 'start') {
        this.send({
          type: 'ready',
          session_id: 's1',
          out_rate: OUT_RATE_HZ,
          resumed: this.connections > 1,
        });
        this.send({ type: 'phase', phase: this.connections > 1 ? 'live' : 'ringing' });
      }
      if (message.type === 'end') {
        this.send({ type: 'ended', reason: 'trainee_ended', by: 'trainee', score_ready: true });
      }
    });
  }
}

export const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, Math.max(0, ms)));

function answer(request: IncomingMessage, response: ServerResponse): void {
  response.setHeader('Access-Control-Allow-Origin', '*');
  response.setHeader('Access-Control-Allow-Headers', '*');
  response.setHeader('Access-Control-Allow-Methods', '*');
  if (request.method === 'OPTIONS') {
    response.writeHead(204).end();
    return;
  }
  const body = bodyFor(`${request.method ?? ''} ${request.url ?? ''}`);
  response.writeHead(body === undefined ? 404 : 200, { 'Content-Type': 'application/json' });
  response.end(
    JSON.stringify(body ?? { error: { code: 'not_found', message: 'Not here.', hint: '' } }),
  );
}

function bodyFor(request: string): unknown {
  switch (request) {
    case 'GET /readiness':
      return aReadiness();
    case 'POST /sessions':
      return aSession();
    case 'GET /sessions/s1':
      return aSummary();
    case 'GET /sessions/s1/scorecard':
      return aScorecard();
    case 'GET /sessions/s1/transcript':
      return { utterances: aTranscript() };
    case 'POST /sessions/s1/end':
      return {};
    default:
      return undefined;
  }
}
