import type { ActionsBlockElement, KnownBlock } from '@slack/types';
import type { Outcome } from '../../../src/bot.ts';
import { rich } from '../../../src/glossary/rich.ts';
import { CONTROLS } from '../../../src/replies/controls.ts';
import { plainReply } from '../../../src/replies/plain.ts';
import type { Part, Reply } from '../../../src/replies/reply.ts';
import { clip } from '../../chat/cut.ts';
import { spreadGlosses } from '../../chat/glosses.ts';
import { type Page, paginate } from '../../chat/pages.ts';
import { isAnswer } from '../../chat/pressed.ts';
import { LIMITS } from '../limits.ts';
import { context, drawPart, drawSources, type TableForm } from '../render.ts';
import { LONGEST_ORIGIN, type Setting } from './block-state.ts';
import { actionRows, button, drawChoices } from './choices.ts';
import { withWays } from './help.ts';
import { mrkdwn } from './mrkdwn.ts';
import { ROOM } from './room.ts';

/** What stands around an answer. */
export interface Frame {
  readonly setting: Setting;
  /** The text that was asked. */
  readonly ask: string;
  /** What the message showed first; its Back button asks that. */
  readonly origin: string;
  /** Whether that was an answer; left out when this is what the message shows first. */
  readonly answered?: boolean;
  /** Counted from 0. */
  readonly page: number;
}

/** A message's content. `text` is complete: it is what notifications, screen readers and search see. */
export interface Message {
  readonly text: string;
  readonly blocks?: KnownBlock[];
}

/** What of an outcome a message shows. */
type Composable = Pick<Outcome, 'reply' | 'answer' | 'canonical'>;

/** An answer as messages, the richest form first. Whatever of Slack refuses one may take the next. */
export function compose(
  { reply, answer, canonical }: Composable,
  frame: Frame,
): readonly [Message, ...Message[]] {
  const pages = paginate(answer.kind === 'help' ? withWays(reply) : reply, ROOM);
  const number = Math.min(Math.max(frame.page, 0), pages.length - 1);
  const page = pages[number] ?? pages[0];
  const ask = shortAsk(frame.ask, canonical, LIMITS.buttonValue.most);
  const position = pages.length > 1 ? CONTROLS.page(number + 1, pages.length) : null;
  const text = textOf(page, position);
  const origin = shortAsk(frame.origin, canonical, LONGEST_ORIGIN);
  const state = { setting: frame.setting, origin, answered: frame.answered ?? isAnswer(answer) };
  const back = shortAsk(frame.ask, canonical, LONGEST_ORIGIN) === origin ? '' : origin;
  const rows = actionRows(
    [
      drawChoices(page.choices.filter(choice => choice.ask.toLowerCase() !== back.toLowerCase())),
      controls(
        { ...frame, ask, page: number, origin: back },
        { pages: pages.length, shared: isAnswer(answer) ? (canonical ?? ask) : null },
      ),
    ],
    state,
  );
  const draw = (form: TableForm): Message => ({
    text,
    blocks: [...draft(page, form), ...(position === null ? [] : [context(position)]), ...rows],
  });
  const hasTable = page.parts.some(part => part.kind === 'table');
  return [draw('table'), ...(hasTable ? [draw('aspects')] : []), { text }];
}

/** A response_url takes five messages; one is kept for a failure. */
const MOST_GLOSSES = 4;

/**
 * The glosses of a text as messages, each as forms, the richest first. Where they are too many, the last message offers
 * the terms that are left.
 */
export function composeGlosses(outcome: Composable): (readonly Message[])[] {
  const { pages, left } = spreadGlosses(outcome.reply, ROOM, MOST_GLOSSES);
  const frame = { setting: 'glosses', ask: '', origin: '' } as const;
  const told = Array.from({ length: pages }, (_, page) => compose(outcome, { ...frame, page }));
  if (left === null) return told;
  const rest = { ...outcome, reply: { ...outcome.reply, ...left } };
  return [...told, compose(rest, { ...frame, page: 0 })];
}

/** What the bot says of itself, such as that something failed. */
export function composeNotice(reply: Pick<Reply, 'parts' | 'choices' | 'sources'>): Message[] {
  const [page] = paginate(reply, ROOM);
  const text = textOf(page, null);
  const rows = actionRows([drawChoices(page.choices)], { setting: 'private', origin: '', answered: false });
  return [{ text, blocks: [...draft(page, 'table'), ...rows] }, { text }];
}

/** The page as text; of the choices as many as there is room for, as buttons show them too. */
function textOf(page: Pick<Reply, 'parts' | 'choices' | 'sources'>, position: string | null): string {
  const lines = (choices: Reply['choices']) =>
    mrkdwn([plainReply({ ...page, choices }), ...(position === null ? [] : [position])].join('\n'));
  let choices = page.choices;
  let text = lines(choices);
  while (text.length > LIMITS.textOfMessage.most && choices.length > 0) {
    choices = choices.slice(0, Math.floor(choices.length / 2));
    text = lines(choices);
  }
  return text.trim() === '' ? '–' : clip(text, LIMITS.textOfMessage);
}

/**
 * Notes are small print, but for those that stand before any fact, which are what the message has to say, and those that
 * lead to a list.
 */
function draft({ parts, sources }: Pick<Page, 'parts' | 'sources'>, form: TableForm): KnownBlock[] {
  const facts = parts.findIndex(part => part.kind !== 'note' && part.kind !== 'heading');
  const shown = parts.map(
    (part, index): Part =>
      part.kind === 'note' && (facts < 0 || index < facts || parts[index + 1]?.kind === 'points')
        ? { kind: 'paragraph', text: rich(part.text) }
        : part,
  );
  return [...shown.flatMap(part => drawPart(part, form)), ...drawSources(sources)];
}

function controls(
  { setting, ask, origin, page }: Frame,
  { pages, shared }: { readonly pages: number; readonly shared: string | null },
): ActionsBlockElement[] {
  if (ask === '') return [];
  return [
    ...(origin !== '' ? [button({ id: 'back', label: CONTROLS.back, ask: origin })] : []),
    ...(page > 0 ? [button({ id: `page:${page - 1}`, label: CONTROLS.previous(page), ask })] : []),
    ...(page + 1 < pages
      ? [button({ id: `page:${page + 1}`, label: CONTROLS.next(page + 2, pages), ask })]
      : []),
    ...(setting === 'private' && shared !== null
      ? [button({ id: 'share', label: CONTROLS.share, ask: shared })]
      : []),
    ...(setting === 'overheard' ? [button({ id: 'dismiss', label: CONTROLS.dismiss, ask })] : []),
  ];
}

/** The text asked, or the names in it when it is too long to be carried by a button. */
function shortAsk(ask: string, canonical: string | null, most: number): string {
  if (ask.length <= most) return ask;
  return canonical !== null && canonical.length <= most ? canonical : '';
}

/** How many messages a reply takes. */
export function countPages(reply: Pick<Reply, 'parts' | 'sources' | 'choices'>): number {
  return paginate(reply, ROOM).length;
}
