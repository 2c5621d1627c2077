/** Work that stops now and then, so that whoever has it done can do something else meanwhile; its result comes last. */
export type Steps<T> = Generator<void, T, void>;

/** Does all of some work without a stop. */
export function atOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** Something that is worked out when it is first asked for, or before that, in steps. What failed is tried again. */
export class Later<T> {
  readonly #start: () => Steps<T>;
  #steps: Steps<T> | null = null;
  #done: { readonly value: T } | null = null;

  constructor(start: () => Steps<T>) {
    this.#start = start;
  }

  /** What is left of the work is done at once. */
  get(): T {
    while (this.#done === null) this.#step();
    return this.#done.value;
  }

  *inSteps(): Steps<T> {
    while (this.#done === null) {
      this.#step();
      yield;
    }
    return this.#done.value;
  }

  #step(): void {
    const steps = this.#steps ?? this.#start();
    this.#steps = null;
    const { done, value } = steps.next();
    if (done) this.#done = { value };
    else this.#steps = steps;
  }
}
