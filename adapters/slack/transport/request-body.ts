import type { KnownBlock } from '@slack/types';
import type { Message } from '../blocks/message.ts';

/** How an answer to a response_url is shown. https://docs.slack.dev/interactivity/handling-user-interaction */
export interface ResponseManner {
  /** Whether it takes the place of the message whose button was pressed. */
  readonly replaces: boolean;
}

/** Nothing in a text is looked up, linked or previewed. */
const AS_WRITTEN = { parse: 'none', link_names: false, unfurl_links: false, unfurl_media: false } as const;

function contentOf({ text, blocks }: Message): { text: string; blocks?: KnownBlock[] } {
  return blocks === undefined ? { text } : { text, blocks };
}

/** The body of chat.postMessage, without `channel` and `thread_ts`. */
export function postContent(form: Message) {
  return { ...contentOf(form), ...AS_WRITTEN };
}

/** The body that a response_url gets. It takes no `parse`, and looks up nothing by default. */
export function responseBody(form: Message, { replaces }: ResponseManner) {
  return {
    ...(replaces ? { replace_original: true } : { response_type: 'ephemeral', replace_original: false }),
    ...contentOf(form),
    unfurl_links: false,
    unfurl_media: false,
  };
}
