import { type Logger, LogLevel } from '@slack/bolt';
import type { Log } from '../../log.ts';

/** Parts of an address or text that open a door. */
const SECRETS = /\bx(?:ox[a-z]|app)-[\w.-]+|(?:ticket|token)=[^\s&"]+/gi;

/**
 * The SDK's log as ours. Its debug lines hold whole messages, so they are dropped whatever the level; of the others
 * only the first text is kept, without secrets.
 * @param level at which its warnings and errors are logged: "debug" where the adapter reports them itself.
 */
export function sdkLog(log: Log, level: 'debug' | 'warn'): Logger {
  const keep = (...args: unknown[]) => {
    const [text] = args;
    const message = text instanceof Error ? text.message : typeof text === 'string' ? text : 'unreadable';
    log[level]({ from: 'slack sdk' }, message.replace(SECRETS, '[secret]'));
  };
  return {
    debug: () => {},
    info: () => {},
    warn: keep,
    error: keep,
    setLevel: () => {},
    getLevel: () => LogLevel.INFO,
    setName: () => {},
  };
}
