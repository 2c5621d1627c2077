/** What the adapters log: structured, to the error stream, never the text of a message, never a token. */
export interface Log {
  info(facts: Readonly<Record<string, unknown>>, message: string): void;
}

/** Levels at which a single answer logs nothing, so that the logger need not be loaded. */
const QUIET = new Set(['warn', 'error', 'fatal', 'silent']);

const SILENT: Log = { info: () => {} };

/** Logs with pino, as JSON lines on the error stream. */
export async function createLog(level: string): Promise<Log> {
  if (QUIET.has(level)) return SILENT;
  const { pino } = await import('pino');
  const logger = pino({ level, base: null }, pino.destination({ dest: 2, sync: true }));
  return { info: (facts, message) => logger.info(facts, message) };
}
