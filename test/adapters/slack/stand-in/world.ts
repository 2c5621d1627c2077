import { Changes } from '../../stand-in/changes.ts';
import { Faults } from './faults.ts';
import { Ids } from './ids.ts';
import { MessageStore } from './message-store.ts';
import type { Channel, Settings } from './options.ts';
import type { ApiCall, Delivery, ResponseUse } from './records.ts';

export interface Trigger {
  readonly until: number;
  used: boolean;
}

export interface ResponseUrl {
  readonly url: string;
  readonly channel: string;
  readonly user: string;
  /** The message it replaces or deletes: the one that was acted on. */
  readonly source: { readonly channel: string; readonly ts: string } | undefined;
  expiresAt: number;
  uses: number;
}

/** Everything that Slack knows, shared by its parts. */
export class World {
  readonly settings: Settings;
  readonly ids = new Ids();
  readonly changes: Changes;
  readonly store: MessageStore;
  readonly faults = new Faults();
  readonly calls: ApiCall[] = [];
  readonly responses: ResponseUse[] = [];
  readonly deliveries: Delivery[] = [];
  readonly triggers = new Map<string, Trigger>();
  readonly responseUrls = new Map<string, ResponseUrl>();
  readonly views: unknown[] = [];
  /** The tickets of socket addresses that were not used yet. */
  readonly tickets = new Set<string>();
  /** Requests from the app that are not answered yet. */
  requestsUnderWay = 0;
  /** Deliveries that are neither acknowledged nor given up. */
  deliveriesUnderWay = 0;
  /** Where the server listens: http://127.0.0.1:PORT */
  origin = '';

  constructor(settings: Settings) {
    this.settings = settings;
    this.changes = new Changes(settings.waitLimitMs);
    this.store = new MessageStore(this.changes, this.ids);
  }

  channel(id: string): Channel | undefined {
    return this.settings.channels.find(channel => channel.id === id);
  }

  /** Whether the person can read the conversation. */
  isIn(channel: Channel, user: string): boolean {
    return channel.users === undefined || channel.users.includes(user);
  }

  /** The delivery with what Slack told the person about the body of the acknowledgement. */
  noted(delivery: Delivery, notice: string): Delivery {
    const noted = { ...delivery, notice };
    this.deliveries[this.deliveries.indexOf(delivery)] = noted;
    return noted;
  }

  /** A trigger_id "will expire 3 seconds after it is sent to your app" and can be used once. */
  newTrigger(): string {
    const id = `${this.ids.next('')}.${this.settings.teamId}.${this.ids.uuid()}`;
    this.triggers.set(id, { until: Date.now() + this.settings.triggerLimitMs, used: false });
    return id;
  }
}
