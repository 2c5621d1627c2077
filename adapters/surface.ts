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

/** A message as it would be posted. */
export interface Posted {
  /** The body of the request, without ids and times. */
  readonly body: object;
  /** Whether only the one who asked sees it. */
  readonly isPrivate: boolean;
}

/** What a press on a message leads to. */
export interface PreviewedReaction {
  /** What then stands in the message's place, which may be itself or nothing. */
  readonly instead: Posted | 'same' | 'nothing';
  /** What is posted besides. */
  readonly added: readonly Posted[];
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
  /** The message that would be posted for a text; null where it keeps silent. */
  preview(bot: Bot, heard: Heard): Promise<Posted | null>;
  /** The messages that explain the terms of somebody's text. */
  previewGlosses(bot: Bot, text: string): Promise<readonly Posted[]>;
  /**
   * What a press leads to. @param pressed what the platform tells of it: in Slack an action's `block_id`, `action_id`
   * and `value`; in Discord a `custom_id`, the `ids` of all of the message's buttons, and whether it `isPrivate`.
   * Null for what is none of ours.
   */
  previewPress(bot: Bot, pressed: unknown): Promise<PreviewedReaction | null>;
  /** Asks the platform whether everything is set up. */
  examine(parts: Pick<AdapterParts, 'env' | 'listening'>): Promise<readonly Finding[]>;
}
