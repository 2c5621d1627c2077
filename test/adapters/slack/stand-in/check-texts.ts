import { also, boolean, byType, type Check, object, oneOf, string } from './schema.ts';

/** "The minimum length is 1 and maximum length is 3000 characters" unless a field says less (PlainTextElement). */
const MOST = 3000;

export const plainText = (max = MOST): Check =>
  byType({ plain_text: object({ text: string({ min: 1, max }) }, { emoji: boolean }) });

/** A text object of either kind (MrkdwnElement: `verbatim`, but no `emoji`). */
export const anyText = (max = MOST): Check =>
  byType({
    plain_text: object({ text: string({ min: 1, max }) }, { emoji: boolean }),
    mrkdwn: object({ text: string({ min: 1, max }) }, { verbatim: boolean }),
  });

export const mrkdwn = (max = MOST): Check =>
  byType({ mrkdwn: object({ text: string({ min: 1, max }) }, { verbatim: boolean }) });

/** ConfirmationDialog: title 100, text 300, buttons 30 characters. */
export const confirm = object(
  { text: anyText(300) },
  { title: plainText(100), confirm: plainText(30), deny: plainText(30), style: oneOf('primary', 'danger') },
);

const common = { value: string({ max: 75 }), description: plainText(75) };

/** An option of a menu: text 75, value 75 characters (OptionDescriptor; the docs page allows a value of 150). */
export const plainOption = object({ text: plainText(75), value: common.value }, common);

/** An option of an overflow menu, which may have an address. */
export const overflowOption = object({ text: plainText(75) }, { ...common, url: string({ max: 3000 }) });

/** An option of radio buttons or checkboxes, whose text may be mrkdwn. */
export const anyOption = object(
  { text: anyText(75), value: common.value },
  { ...common, description: anyText(75) },
);

/** An image has an address or a file of Slack's, not both (SlackFileImageObject). */
export const withImage = (check: Check): Check =>
  also(check, value =>
    (value['image_url'] === undefined) === (value['slack_file'] === undefined)
      ? 'must provide either image_url or slack_file'
      : undefined,
  );
