import { safeLines } from '../../../src/replies/safe.ts';
import { type Html, html } from '../html.ts';
import type { Client, Way } from './client.ts';
import { drawBody } from './slack/body.ts';
import { drawComposer } from './slack/composer.ts';
import { withSender } from './slack/with-sender.ts';

/** Slack, as its desktop and phone clients draw it. */
export const slackClient: Client = {
  asked: (text, way) => ASKED[way](safeLines(text)),
  posted: ({ body, isPrivate }) => withSender({ by: 'app', isPrivate, content: drawBody(body) }),
};

const ASKED: Readonly<Record<Way, (text: string) => Html>> = {
  command: drawComposer,
  mention: text => said(html`<span class="slack-mention">@secterm</span> ${text}`),
  channel: text => said(html`${text}`),
  message: text => said(html`${text}`),
};

function said(words: Html): Html {
  const content = html`<div class="slack-text">${words}</div>`;
  return withSender({ by: 'person', isPrivate: false, content });
}
