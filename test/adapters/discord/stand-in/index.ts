/**
 * A stand-in of Discord for tests: the server side of its REST API and of its gateway (version 10, JSON), and the
 * people who use it. It refuses what Discord refuses; where Discord's rule is unknown, it takes the stricter one and
 * its source says so. It knows no uploads, modals, polls, stickers, reactions, voice, webhooks but those of
 * interactions, or commands of a single server, and no routes but those in routes.ts.
 */

export { checkCommands } from './check-commands.ts';
export { checkMessage } from './check-message.ts';
export type { Discord } from './discord.ts';
export { BOT_PERMISSIONS, IDS, PEOPLE_PERMISSIONS } from './home.ts';
export type { JsonObject } from './json.ts';
export { LIMITS } from './limits.ts';
export { readMarkdown } from './markdown.ts';
export type { DiscordOptions } from './options.ts';
export { buttonsOf, formatted, pings, visibleText } from './reading.ts';
export type { Delivery, Message } from './records.ts';
export { startDiscord } from './start-discord.ts';
