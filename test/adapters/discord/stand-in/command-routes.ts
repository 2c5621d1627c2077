import { ApiError, invalidForm } from './api-error.ts';
import { type CommandRecord, checkCommands } from './check-commands.ts';
import { isList, isObject, type JsonObject, objectsOf, textOf } from './json.ts';
import { noContent, ok, type RestAnswer, type RestRequest } from './request.ts';
import type { World } from './world.ts';

type Answer = (request: RestRequest) => RestAnswer;

/** https://docs.discord.com/developers/interactions/application-commands#endpoints; of a server's own commands there are none. */
export const COMMAND_ROUTES: Readonly<Record<string, Answer>> = {
  'GET /applications/:application/commands': own(({ world, query }) =>
    ok(world.commands.map(command => shown(command, query['with_localizations'] === 'true'))),
  ),
  'PUT /applications/:application/commands': own(overwrite),
  'DELETE /applications/:application/commands/:command': own(remove),
  'GET /applications/:application/guilds/:guild/commands': own(() => ok([])),
};

/** Another app's commands are not ours to see. */
function own(answer: Answer): Answer {
  return request => {
    if (request.params['application'] !== request.world.settings.applicationId)
      throw new ApiError(403, 20012, 'You are not authorized to perform this action on this application');
    return answer(request);
  };
}

/** Without `with_localizations` the dictionaries are left out. */
function shown(command: CommandRecord, withLocalizations: boolean): JsonObject {
  if (withLocalizations) return command;
  const { name_localizations, description_localizations, ...rest } = command;
  return rest;
}

/** https://docs.discord.com/developers/interactions/application-commands#bulk-overwrite-global-application-commands */
function overwrite({ world, json }: RestRequest): RestAnswer {
  if (!isList(json)) {
    const message = 'Only iterables may be used in a ListType';
    throw invalidForm({ _errors: [{ code: 'LIST_TYPE_CONVERT', message }] });
  }
  const tree = checkCommands(json);
  if (tree !== undefined) throw invalidForm(tree);
  world.commands = registered(world, json);
  return ok(world.commands);
}

function remove({ world, params }: RestRequest): RestAnswer {
  const left = world.commands.filter(({ id }) => id !== params['command']);
  if (left.length === world.commands.length) throw new ApiError(404, 10063, 'Unknown application command');
  world.commands = left;
  return noContent;
}

/** The commands as Discord keeps and returns them: with defaults, and the id of the one of that name and type. */
export function registered(world: World, commands: readonly unknown[]): readonly CommandRecord[] {
  return commands.filter(isObject).map(command => {
    const name = textOf(command, 'name');
    const type = typeof command['type'] === 'number' ? command['type'] : 1;
    const before = world.commands.find(one => one.name === name && one.type === type);
    return {
      default_member_permissions: null,
      nsfw: false,
      contexts: null,
      integration_types: [0, 1],
      description: '',
      name_localizations: null,
      description_localizations: null,
      ...command,
      ...(command['options'] !== undefined && { options: objectsOf(command['options']).map(option) }),
      id: before?.id ?? world.ids.next(),
      application_id: world.settings.applicationId,
      version: world.ids.next(),
      dm_permission: true,
      name,
      type,
    };
  });
}

/** Discord leaves out what is false by default. */
function option(given: JsonObject): JsonObject {
  const { required, options, ...rest } = given;
  return {
    ...rest,
    ...(required === true && { required }),
    ...(options !== undefined && { options: objectsOf(options).map(option) }),
  };
}
