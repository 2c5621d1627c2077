import type { OperatorCommand } from './command.ts';

/** What `npm start` and an image run. */
export const start: OperatorCommand = {
  name: 'start',
  usage: 'start',
  summary: 'Run the chat platforms that are set up; without any, the prompt.',
  comesFirst: true,
  run: call => call.start(),
};
