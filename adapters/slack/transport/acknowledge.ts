import type { App, ReceiverEvent } from '@slack/bolt';
import type { Deduplicator } from '../../chat/deduplicator.ts';
import type { Pending } from '../../chat/pending.ts';
import type { Log } from '../../log.ts';
import { codeOf } from './errors.ts';

/** What stands between a receiver and the app. */
export interface Gate {
  readonly pending: Pending;
  readonly deduplicator: Deduplicator;
  readonly log: Log;
}

/**
 * An app that acknowledges each request before anything else is done with it, so that Slack's three seconds hold
 * whatever happens then: https://docs.slack.dev/interactivity/handling-user-interaction. Bolt's HTTP receiver watches
 * that time, its Socket Mode receiver does not, and neither acknowledges what no listener takes. A request that Slack
 * sends again, even over another connection, is acknowledged again and done once.
 */
export function acknowledgingApp(app: App, { pending, deduplicator, log }: Gate): App {
  const take = async (event: ReceiverEvent) => {
    try {
      await event.ack();
    } catch (error) {
      // The connection closed just now. Slack sends events again; a command it does not, so it is still answered.
      log.info({ code: codeOf(error) }, 'A request could not be acknowledged');
    }
    const key = requestKey(event.body);
    if (key !== null && !deduplicator.isFirst(key)) return;
    await app.processEvent({ ...event, ack: async () => {} });
  };
  const processEvent = (event: ReceiverEvent) => {
    const work = take(event);
    pending.add(work);
    return work;
  };
  // Receivers call nothing but processEvent; the rest of App has private members that only App itself can have.
  return { processEvent } as Pick<App, 'processEvent'> as App;
}

/** An event's id is the same for each retry; a command's or a button's trigger is its own. */
function requestKey(body: ReceiverEvent['body']): string | null {
  const id: unknown = body['event_id'] ?? body['trigger_id'];
  return typeof id === 'string' ? `request ${id}` : null;
}
