import { Actors } from './act.ts';
import { registered } from './command-routes.ts';
import type { Discord } from './discord.ts';
import { faulty } from './faulty.ts';
import { Gateway } from './gateway.ts';
import { waitUntilIdle } from './idle.ts';
import { reportMessages } from './message-events.ts';
import { type DiscordOptions, settingsOf } from './options.ts';
import { People } from './people.ts';
import { isVisible } from './places.ts';
import { startServer, stopServer } from './server.ts';
import { waiting } from './waiting.ts';
import { World } from './world.ts';

/** Starts a stand-in of Discord on this machine; `stop` ends everything it started. */
export async function startDiscord(options: DiscordOptions = {}): Promise<Discord> {
  const settings = settingsOf(options);
  const world = new World(settings);
  world.commands = registered(world, settings.commands);
  const gateway = new Gateway(world);
  reportMessages(world);
  const server = await startServer(world, gateway);
  const people = new People(world);
  const actors = new Actors(world);
  return {
    apiUrl: `${world.origin}/api`,
    token: settings.token,
    applicationId: settings.applicationId,
    botId: settings.botId,
    calls: world.calls,
    deliveries: world.deliveries,
    events: world.events,
    closed: world.closed,
    slash: async (name, given, place) => actors.slash(name, given, place),
    autocomplete: async (name, given, place) => actors.autocomplete(name, given, place),
    messageCommand: async (name, message, place) => actors.messageCommand(name, message, place),
    press: async (message, which, place) => actors.press(message, which, place),
    choose: async (message, label, place) => actors.choose(message, label, place),
    write: (text, writing) => people.write(text, writing),
    edit: (message, text) => people.edit(message, text),
    remove: (message, user) => people.remove(message, user),
    typing: place => people.typing(place),
    openThread: opening => people.openThread(opening),
    deleteChannel: id => people.deleteChannel(id),
    rawEvent: (name, data, guild) => world.dispatch({ name, guild, data: () => data }),
    ...waiting(world, gateway),
    ...faulty(world, gateway),
    get commands() {
      return world.commands;
    },
    get connections() {
      return [...gateway.lines].map(line => line.snapshot);
    },
    get messages() {
      return world.store.all;
    },
    visibleTo: (user, id) => {
      const channel = world.channels.get(id);
      if (channel === undefined || !world.isIn(channel, user)) return [];
      return world.store.all.filter(message => message.channel === id && isVisible(message, user));
    },
    now: message => world.store.find(message.id) ?? message,
    idle: () => waitUntilIdle(world, gateway),
    stop: async () => {
      await gateway.stop();
      await stopServer(server);
    },
  };
}
