import type { Adapter, Bot, Heard } from '../src/bot.ts';
import type { Finding } from './finding.ts';
import type { Mount } from './http/app.ts';
import type { Log } from './log.ts';
import type { Listening } from './settings.ts';

export type Env = Readonly<Record<string, string | undefined>>;

/** What an adapter is made from. */
export interface AdapterParts {
  readonly env: Env;
  /** Resolves once the glossary is loaded; what arrives before is answered then. */
  readonly bot: Promise<Bot>;
  readonly log: Log;
  readonly listening: Listening;
}

/** An adapter as its surface makes it. */
export interface SurfaceAdapter extends Adapter {
  /** Adds its paths to the one HTTP server, which listens before `start` is called. Left out by what needs none. */
  readonly mount?: Mount;
}

/** A chat platform as the composition root sees it. Its SDK is imported only by what `create` and `examine` import. */
export interface Surface {
  /** As options name it: "slack". */
  readonly name: string;
  /** As people call it: "Slack". */
  readonly title: string;
  /** Whether the operator means to run it. */
  isConfigured(env: Env): boolean;
  /** Settings that look misspelt, a sentence each. */
  misspelt(env: Env): readonly string[];
  /** @throws {SettingsError} when a setting is wrong or missing. */
  create(parts: AdapterParts): Promise<SurfaceAdapter>;
  /** The body of the request that would be posted for a text, without ids and times; null where it keeps silent. */
  preview(bot: Bot, heard: Heard): Promise<object | null>;
  /** Asks the platform whether everything is set up. */
  examine(parts: Pick<AdapterParts, 'env' | 'listening'>): Promise<readonly Finding[]>;
}
