import { Changes } from '../../stand-in/changes.ts';
import type { CommandRecord } from './check-commands.ts';
import { Faults } from './faults.ts';
import { BOT_PERMISSIONS, PEOPLE_PERMISSIONS } from './home.ts';
import { Ids } from './ids.ts';
import type { Interaction } from './interactions.ts';
import { MessageStore } from './message-store.ts';
import type { Channel, Guild, PrivilegedIntent, Settings, User } from './options.ts';
import type { ClosedConnection, Delivery, GatewayEvent, RestCall } from './records.ts';

/** An event of the gateway; `guild` undefined: it happened in a direct message. */
export interface Happening {
  readonly name: string;
  readonly guild?: string | undefined;
  /** What the event says to a session that asked for the message content, and to one that did not. */
  readonly data: (seesContent: boolean) => unknown;
}

/** Everything that Discord knows, shared by its parts. */
export class World {
  readonly settings: Settings;
  readonly ids = new Ids();
  readonly changes: Changes;
  readonly store: MessageStore;
  readonly faults = new Faults();
  readonly calls: RestCall[] = [];
  readonly deliveries: Delivery[] = [];
  readonly events: GatewayEvent[] = [];
  readonly closed: ClosedConnection[] = [];
  /** By token. */
  readonly interactions = new Map<string, Interaction>();
  readonly interactionsById = new Map<string, Interaction>();
  readonly channels = new Map<string, Channel>();
  commands: readonly CommandRecord[] = [];
  token: string;
  privilegedIntents: readonly PrivilegedIntent[];
  /** Requests from the app that are not answered yet. */
  requestsUnderWay = 0;
  /** Interactions without a first answer, whose time is not over. */
  interactionsUnderWay = 0;
  /** Where the server listens: http://127.0.0.1:PORT */
  origin = '';
  /** Set by the gateway. */
  dispatch: (happening: Happening) => void = () => {};

  constructor(settings: Settings) {
    this.settings = settings;
    this.changes = new Changes(settings.waitLimitMs);
    this.store = new MessageStore(this.changes, this.ids);
    this.token = settings.token;
    this.privilegedIntents = settings.privilegedIntents;
    for (const channel of settings.channels) this.channels.set(channel.id, channel);
  }

  guild(id: string | undefined): Guild | undefined {
    return this.settings.guilds.find(guild => guild.id === id);
  }

  /** The servers the bot was added to. */
  get botGuilds(): readonly Guild[] {
    return this.settings.guilds.filter(({ hasBot = true }) => hasBot);
  }

  /** Whether the bot was added where the channel is: to its server, or as the other end of a direct message. */
  hasBot({ guild, kind }: Channel): boolean {
    return guild === undefined ? kind === 'dm' : this.botGuilds.some(({ id }) => id === guild);
  }

  user(id: string): User | undefined {
    const { botId, applicationName } = this.settings;
    if (id === botId) return { id, name: applicationName, bot: true };
    return this.settings.users.find(user => user.id === id);
  }

  /** What the bot may do there; nothing where it was not added. */
  botPermissions(channel: Channel): bigint {
    if (!this.hasBot(channel)) return 0n;
    const parent = this.channels.get(channel.parent ?? '');
    const inherited = parent?.botPermissions ?? this.guild(channel.guild)?.botPermissions;
    return channel.botPermissions ?? inherited ?? BOT_PERMISSIONS;
  }

  botCan(channel: Channel, permission: bigint): boolean {
    return (this.botPermissions(channel) & permission) === permission;
  }

  userPermissions(id: string): bigint {
    return this.user(id)?.permissions ?? PEOPLE_PERMISSIONS;
  }

  /** Whether the person can see the conversation. */
  isIn(channel: Channel, user: string): boolean {
    return channel.users === undefined || channel.users.includes(user);
  }

  /** The direct message with a person; it is made when there is none yet. */
  dmWith(user: string): Channel {
    const found = [...this.channels.values()].find(({ kind, users }) => kind === 'dm' && users?.[0] === user);
    if (found !== undefined) return found;
    const made: Channel = { id: this.ids.next(), kind: 'dm', users: [user] };
    this.channels.set(made.id, made);
    return made;
  }
}
