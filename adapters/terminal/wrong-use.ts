/** Arguments that make no sense; the message says what to do. */
export class WrongUse extends Error {
  override readonly name = 'WrongUse';
}
