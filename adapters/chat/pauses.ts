/** Between attempts that go on until they succeed, for p-retry: growing pauses in milliseconds, up to a minute. */
export const PAUSES = {
  retries: Number.POSITIVE_INFINITY,
  factor: 2,
  minTimeout: 1000,
  maxTimeout: 60_000,
  randomize: true,
} as const;
