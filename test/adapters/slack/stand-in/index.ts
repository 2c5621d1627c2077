/**
 * A stand-in of Slack for tests: the server side of its Web API, of Socket Mode and of signed HTTP requests, and the
 * people who use it. It refuses what Slack refuses; where Slack's rule is unknown, it takes the stricter one and its
 * source says so. It knows no attachments, files, home tabs, submitted views or user tokens, and no methods but those
 * in methods.ts.
 */

export type { JsonObject } from '../../stand-in/json.ts';
export { checkContent } from './check-content.ts';
export { checkView } from './check-view.ts';
export { readMrkdwn } from './mrkdwn.ts';
export type { SlackOptions } from './options.ts';
export { formatted, pings, visibleText } from './reading.ts';
export type { Message } from './records.ts';
export type { Slack } from './slack.ts';
export { startSlack } from './start-slack.ts';
