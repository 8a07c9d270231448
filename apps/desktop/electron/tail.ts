/** The last bytes of a stream, as text. */

export class Tail {
  #kept = Buffer.alloc(0);

  constructor(private readonly limitBytes: number) {}

  push(piece: Uint8Array): void {
    const all = Buffer.concat([this.#kept, piece]);
    // Copied: a view would keep everything that ever came alive.
    this.#kept = Buffer.from(all.subarray(Math.max(0, all.length - this.limitBytes)));
  }

  /** A character that the limit cut in two is left out. */
  toString(): string {
    let start = 0;
    while (start < 3 && ((this.#kept[start] ?? 0) & 0b1100_0000) === 0b1000_0000) start += 1;
    return this.#kept.subarray(start).toString('utf8').trim();
  }
}
