/** The first second of 2015, from which Discord counts: https://docs.discord.com/developers/reference#snowflakes */
const EPOCH = 1_420_070_400_000n;

/** Makes snowflakes; every one is new, and they grow. */
export class Ids {
  #last = 0n;

  next(): string {
    const now = (BigInt(Date.now()) - EPOCH) << 22n;
    this.#last = now > this.#last ? now : this.#last + 1n;
    return String(this.#last);
  }

  /** A word that nobody can guess: the token of an interaction, the name of a session. */
  secret(): string {
    return globalThis.crypto.randomUUID().replaceAll('-', '');
  }
}

/** When the thing with this identifier was made. */
export const madeAt = (id: string): Date => new Date(Number((BigInt(id) >> 22n) + EPOCH));
