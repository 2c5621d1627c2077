import type { Bot } from '../../../src/bot.ts';
import type { Folder } from '../../../src/sources/folder.ts';
import type { Host } from '../../host.ts';
import type { Settings } from '../../settings.ts';

/** A command for the one who runs the bot; only the terminal has these. */
export interface OperatorCommand {
  readonly name: string;
  readonly usage: string;
  readonly summary: string;
  /** Whether it is run even where a term has the same name. */
  readonly comesFirst?: boolean;
  readonly run: (call: OperatorCall) => number | Promise<number>;
}

export interface OperatorCall {
  readonly bot: Bot;
  /** What follows the command's name. */
  readonly words: readonly string[];
  readonly json: boolean;
  readonly host: Host;
  readonly settings: Settings;
  /** Where the pages of the bot's glossary are. */
  readonly folders: readonly Folder[];
  /** Runs the chat platforms that are set up; without any, what `secterm` alone does. */
  readonly start: () => Promise<number>;
  /** All operator commands, for help to list. */
  readonly commands: readonly OperatorCommand[];
}
