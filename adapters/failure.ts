import type { Host } from './host.ts';
import { SettingsError } from './settings.ts';
import { WrongUse } from './terminal/wrong-use.ts';

/** Whether the one who runs secterm can mend it, rather than we. */
export function isMisuse(error: unknown): error is WrongUse | SettingsError {
  return error instanceof WrongUse || error instanceof SettingsError;
}

/** What went wrong, for the error stream. */
export function explainFailure(error: unknown, env: Host['env']): string {
  if (isMisuse(error)) return error.message;
  const reason = error instanceof Error ? error.message : String(error);
  const stack = env['LOG_LEVEL'] === 'debug' && error instanceof Error ? `\n${error.stack}` : '';
  return `secterm failed: ${reason}. This is a bug; LOG_LEVEL=debug shows where it happened.${stack}`;
}
