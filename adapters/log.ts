/** What the adapters log: structured, to the error stream, never the text of a message, never a token. */
export interface Log {
  debug(facts: Readonly<Record<string, unknown>>, message: string): void;
  info(facts: Readonly<Record<string, unknown>>, message: string): void;
  warn(facts: Readonly<Record<string, unknown>>, message: string): void;
  error(facts: Readonly<Record<string, unknown>>, message: string): void;
}

const SILENT: Log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

/** Levels at which a single answer logs nothing, so that the logger need not be loaded. */
const QUIET = new Set(['warn', 'error', 'fatal', 'silent']);

/** The log of one answer in the terminal: most often none. */
export async function createBriefLog(level: string): Promise<Log> {
  return QUIET.has(level) ? SILENT : createLog(level);
}

/** Logs with pino, as JSON lines on the error stream. */
export async function createLog(level: string): Promise<Log> {
  const { pino } = await import('pino');
  const logger = pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: label => ({ level: label }) },
    },
    pino.destination({ dest: 2, sync: true }),
  );
  return {
    debug: (facts, message) => logger.debug(facts, message),
    info: (facts, message) => logger.info(facts, message),
    warn: (facts, message) => logger.warn(facts, message),
    error: (facts, message) => logger.error(facts, message),
  };
}
