import { isObject, type JsonObject, textOf } from '../../stand-in/json.ts';
import { Refusal } from './answer.ts';
import { checkView } from './check-view.ts';
import type { World } from './world.ts';

/**
 * https://docs.slack.dev/reference/methods/views.open: a trigger_id works once and for three seconds
 * (`exchanged_trigger_id`, `expired_trigger_id`); a wrong view is refused with `invalid_arguments`.
 */
export function openView(world: World, args: JsonObject): JsonObject {
  const trigger = world.triggers.get(textOf(args, 'trigger_id'));
  if (trigger === undefined) throw new Refusal('invalid_trigger_id');
  if (trigger.used) throw new Refusal('exchanged_trigger_id');
  if (Date.now() > trigger.until) throw new Refusal('expired_trigger_id');
  const { view } = args;
  if (!isObject(view))
    throw new Refusal('invalid_arguments', ['must provide an object [json-pointer:/view]']);
  const reasons = checkView(view);
  if (reasons.length > 0) throw new Refusal('invalid_arguments', reasons);
  trigger.used = true;
  const opened = { ...view, id: world.ids.next('V'), hash: world.ids.uuid(), team_id: world.settings.teamId };
  world.views.push(opened);
  return { view: opened };
}
