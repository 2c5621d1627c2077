import { GatewayCloseCodes as Close, GatewayOpcodes as Op } from 'discord-api-types/v10';
import { apiChannel } from './api-objects.ts';
import type { Discord } from './discord.ts';
import type { Gateway } from './gateway.ts';
import type { World } from './world.ts';

type Faulty = Pick<
  Discord,
  | 'refuseNext'
  | 'rateLimitNext'
  | 'failNext'
  | 'slowNext'
  | 'expireTokens'
  | 'dropConnections'
  | 'askToReconnect'
  | 'invalidateSessions'
  | 'muteHeartbeats'
  | 'askForHeartbeat'
  | 'resetToken'
  | 'grantIntents'
  | 'setBotPermissions'
>;

/** What a test makes go wrong. */
export function faulty(world: World, gateway: Gateway): Faulty {
  const { faults, interactions, channels, ids } = world;
  const tellAll = (op: number): void => {
    for (const line of gateway.lines) line.send({ op, t: null, s: null, d: null });
  };
  return {
    refuseNext: (route, { status, code, message = 'Refused by the test', errors, times, when }) =>
      faults.plan(
        route,
        { kind: 'refuse', status, code, message, ...(errors !== undefined && { errors }) },
        times,
        when,
      ),
    rateLimitNext: (route, { retryAfter, scope = 'user', where = 'both', times }) =>
      faults.plan(route, { kind: 'limit', retryAfter, scope, where }, times),
    failNext: (route, { status, accepted = false, times }) =>
      faults.plan(route, { kind: 'fail', status, accepted }, times),
    slowNext: (route, { ms, times }) => faults.plan(route, { kind: 'slow', ms }, times),
    expireTokens: (delivery, code = 50027) => {
      for (const interaction of interactions.values()) {
        if (delivery !== undefined && delivery.token !== interaction.token) continue;
        interaction.expiresAt = 0;
        interaction.isLost = code === 10015;
      }
    },
    dropConnections: code => {
      for (const line of gateway.lines) {
        if (code === undefined) line.cut();
        else line.close(code, 'Closed by the test.');
      }
    },
    askToReconnect: () => tellAll(Op.Reconnect),
    invalidateSessions: (isResumable = false) => gateway.invalidate(isResumable),
    muteHeartbeats: () => {
      for (const line of gateway.lines) line.answersHeartbeats = false;
    },
    askForHeartbeat: () => tellAll(Op.Heartbeat),
    resetToken: () => {
      world.token = ids.secret();
      for (const line of gateway.lines) line.close(Close.AuthenticationFailed, 'Authentication failed.');
    },
    grantIntents: (...intents) => {
      world.privilegedIntents = intents;
    },
    setBotPermissions: (id, botPermissions) => {
      const channel = channels.get(id);
      if (channel === undefined) throw new Error(`There is no channel ${id}.`);
      const changed = { ...channel, botPermissions };
      channels.set(id, changed);
      const name = channel.parent === undefined ? 'CHANNEL_UPDATE' : 'THREAD_UPDATE';
      if (world.hasBot(channel))
        world.dispatch({ name, guild: channel.guild, data: () => apiChannel(world, changed) });
    },
  };
}
