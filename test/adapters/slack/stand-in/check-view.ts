import { isList, type JsonObject, objectsOf } from '../../stand-in/json.ts';
import { checkBlocks } from './check-blocks.ts';
import { plainText } from './check-texts.ts';
import { boolean, byType, type Check, object, Problems, string } from './schema.ts';

/** What views have in common (BaseView); the blocks are checked with those of messages. */
const common = {
  private_metadata: string({ max: 3000 }),
  callback_id: string({ max: 255 }),
  external_id: string({ max: 255 }),
};

const blocks: Check = (value, at, problems) => {
  if (!isList(value)) problems.add(at, 'must provide an array');
};

const VIEW = byType({
  home: object({ blocks }, common),
  modal: object(
    { blocks, title: plainText(24) },
    {
      ...common,
      close: plainText(24),
      submit: plainText(24),
      clear_on_close: boolean,
      notify_on_close: boolean,
    },
  ),
});

/** Why Slack would refuse the view (ModalView and HomeView in node_modules/@slack/types/dist/views.d.ts). */
export function checkView(view: JsonObject): readonly string[] {
  const problems = new Problems();
  VIEW(view, '/view', problems);
  const inside = objectsOf(view['blocks']);
  // "`submit` is required when an input block is within the `blocks` array"
  if (
    inside.some(({ type }) => type === 'input') &&
    view['type'] === 'modal' &&
    view['submit'] === undefined
  ) {
    problems.add('/view', 'missing required field: submit');
  }
  const surface = view['type'] === 'home' ? 'home' : 'modal';
  return [
    ...problems.list,
    ...checkBlocks(inside, surface).map(one => one.replace('json-pointer:', 'json-pointer:/view')),
  ];
}
