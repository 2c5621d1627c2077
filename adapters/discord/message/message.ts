import { type APIMessageTopLevelComponent, ComponentType, MessageFlags } from 'discord-api-types/v10';
import type { Outcome } from '../../../src/bot.ts';
import { CONTROLS } from '../../../src/replies/controls.ts';
import { plainReply } from '../../../src/replies/plain.ts';
import type { Reply } from '../../../src/replies/reply.ts';
import { clip } from '../../chat/cut.ts';
import { spreadGlosses } from '../../chat/glosses.ts';
import { type Page, paginate } from '../../chat/pages.ts';
import { isAnswer } from '../../chat/pressed.ts';
import { LIMITS } from '../limits.ts';
import { button, buttonRows, drawChoices, type Row } from './choices.ts';
import { GUESS, LONGEST_TEXT, writeId } from './custom-id.ts';
import { markdown } from './markdown.ts';
import { drawPart, drawSources } from './render.ts';
import { ROOM } from './room.ts';

/** Who sees a message: `private` ones can be shared, `public` ones deleted; `glosses` are private, and stay when pressed. */
export type Setting = 'private' | 'public' | 'glosses';

/** What stands around an answer. */
export interface Frame {
  readonly setting: Setting;
  /** The text that was asked. */
  readonly ask: string;
  /** What the message showed first; its Back button asks that. */
  readonly origin: string;
  /** Whether that was an answer; left out when this is what the message shows first. */
  readonly answered?: boolean;
  /** Whether it was shared; then it cannot be once more. */
  readonly isShared?: boolean;
  /** Counted from 0. */
  readonly page: number;
  /** The id of who asked, who may delete a public answer. */
  readonly asker: string;
}

/** The body of a message, as the REST API takes it. https://docs.discord.com/developers/resources/message */
export interface Message {
  readonly flags: number;
  readonly components?: readonly APIMessageTopLevelComponent[];
  readonly content?: string;
  readonly allowed_mentions: { readonly parse: readonly never[] };
}

type Composable = Pick<Outcome, 'reply' | 'answer' | 'canonical'>;

/** An answer as a message of components and, for where Discord refuses that, as plain content. */
export function compose(
  { reply, answer, canonical }: Composable,
  frame: Frame,
): readonly [Message, ...Message[]] {
  const pages = paginate(reply, ROOM);
  const number = Math.min(Math.max(frame.page, 0), pages.length - 1);
  const page = pages[number] ?? pages[0];
  const position = pages.length > 1 ? CONTROLS.page(number + 1, pages.length) : null;
  const ask = shortAsk(frame.ask, canonical);
  const origin = shortAsk(frame.origin, canonical);
  const back = ask === origin ? '' : origin;
  const shared = isAnswer(answer) ? (canonical ?? ask) : '';
  const answered = frame.answered ?? isAnswer(answer);
  const isShareable = frame.setting === 'private' && shared !== '' && frame.isShared !== true;
  const isTold = frame.setting === 'public' || isShareable || back !== '';
  const choosing = {
    kind: frame.setting === 'glosses' ? 'gloss' : 'ask',
    origin: isTold ? '' : ask,
  } as const;
  const rows = [
    ...drawChoices(
      page.choices.filter(choice => choice.ask.toLowerCase() !== back.toLowerCase()),
      choosing,
    ),
    ...controls(
      { ...frame, ask, origin: back, answered, page: number },
      { pages: pages.length, shared: isShareable ? shared : '' },
    ),
  ];
  return withFallback(page, position, rows, frame.setting);
}

/** What the bot says of itself, such as that something failed. */
export function composeNotice(
  reply: Pick<Reply, 'parts' | 'choices' | 'sources'>,
): readonly [Message, ...Message[]] {
  const [page] = paginate(reply, ROOM);
  return withFallback(page, null, drawChoices(page.choices, { kind: 'ask', origin: '' }), 'private');
}

/** An interaction takes five further answers where only a user installed the bot. */
const MOST_GLOSSES = 4;

/** The glosses of a text as messages, each as forms. What one presses there is answered in a message of its own. */
export function composeGlosses(outcome: Composable, asker: string): (readonly Message[])[] {
  const { pages, left } = spreadGlosses(outcome.reply, ROOM, MOST_GLOSSES);
  const frame = { setting: 'glosses', ask: '', origin: '', asker } as const;
  const told = Array.from({ length: pages }, (_, page) => compose(outcome, { ...frame, page }));
  if (left === null) return told;
  const rest = { ...outcome, reply: { ...outcome.reply, ...left } };
  return [...told, compose(rest, { ...frame, page: 0 })];
}

/** How many messages a reply takes. */
export function countPages(reply: Pick<Reply, 'parts' | 'sources' | 'choices'>): number {
  return paginate(reply, ROOM).length;
}

function withFallback(
  page: Page,
  position: string | null,
  rows: readonly Row[],
  setting: Setting,
): readonly [Message, ...Message[]] {
  const last = position === null ? [] : [`-# ${position}`];
  const text = [...page.parts.map(drawPart), drawSources(page.sources), ...last]
    .filter(part => part.trim() !== '')
    .join('\n');
  const hidden = setting === 'public' ? 0 : MessageFlags.Ephemeral;
  const allowed_mentions = { parse: [] };
  const content = {
    type: ComponentType.TextDisplay as const,
    content: text === '' ? '–' : clip(text, LIMITS.text),
  };
  return [
    { flags: MessageFlags.IsComponentsV2 | hidden, components: [content, ...rows], allowed_mentions },
    {
      flags: MessageFlags.SuppressEmbeds | hidden,
      content: clip(markdown(plainReply(page)) || '–', LIMITS.content),
      allowed_mentions,
    },
  ];
}

function controls(
  { setting, ask, origin, answered, page, asker }: Frame,
  { pages, shared }: { readonly pages: number; readonly shared: string },
): Row[] {
  return buttonRows([
    ...(origin === ''
      ? []
      : [button(writeId('back', answered === false ? GUESS : 0, origin), CONTROLS.back)]),
    ...(page > 0 && ask !== '' ? [button(writeId('page', page - 1, ask), CONTROLS.previous(page))] : []),
    ...(page + 1 < pages && ask !== ''
      ? [button(writeId('page', page + 1, ask), CONTROLS.next(page + 2, pages))]
      : []),
    ...(shared !== '' ? [button(writeId('share', page, shared), CONTROLS.share)] : []),
    ...(setting === 'public' ? [button(writeId('dismiss', asker, ask), CONTROLS.remove)] : []),
  ]);
}

/** The text asked, or the names in it when it is too long to be carried by a button. */
function shortAsk(ask: string, canonical: string | null): string {
  if (ask.length <= LONGEST_TEXT) return ask;
  return canonical !== null && canonical.length <= LONGEST_TEXT ? canonical : '';
}
