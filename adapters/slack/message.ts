import type { ActionsBlockElement, KnownBlock } from '@slack/types';
import { canonicalAsk } from '../../src/answers/canonical-ask.ts';
import type { Outcome } from '../../src/bot.ts';
import { CONTROLS } from '../../src/replies/controls.ts';
import { plainReply } from '../../src/replies/plain.ts';
import type { Reply } from '../../src/replies/reply.ts';
import { actionRows, button, drawChoices } from './choices.ts';
import { clip, LIMITS } from './limits.ts';
import { mrkdwn } from './mrkdwn.ts';
import { type Page, paginate } from './pages.ts';
import { context, drawPart, drawSources, type TableForm } from './render.ts';

/** Who sees a message, which decides what can be done with it: shared, dismissed, or neither. */
export const SETTINGS = ['private', 'public', 'overheard'] as const;
export type Setting = (typeof SETTINGS)[number];

/** What stands around an answer. */
export interface Frame {
  readonly setting: Setting;
  /** The text that was asked. */
  readonly ask: string;
  /** What the message showed first; its Back button asks that. */
  readonly origin: string;
  /** Counted from 0. */
  readonly page: number;
}

/** A message's content. `text` is complete: it is what notifications, screen readers and search see. */
export interface Message {
  readonly text: string;
  readonly blocks?: KnownBlock[];
}

/** An answer as messages, the richest form first. Whatever of Slack refuses one may take the next. */
export function compose(
  { reply, answer }: Pick<Outcome, 'reply' | 'answer'>,
  frame: Frame,
): readonly [Message, ...Message[]] {
  const pages = paginate(reply);
  const number = Math.min(Math.max(frame.page, 0), pages.length - 1);
  const page = pages[number] ?? pages[0];
  const canonical = canonicalAsk(answer);
  const ask = shortAsk(frame.ask, canonical, LIMITS.buttonValue.most);
  const position = pages.length > 1 ? CONTROLS.page(number + 1, pages.length) : null;
  const text = textOf(page, position);
  const rows = actionRows(
    [
      ...drawChoices(page.choices),
      ...controls({ ...frame, ask, page: number }, { pages: pages.length, isShareable: isAnswer(answer) }),
    ],
    row => writeBlockId(frame.setting, row, shortAsk(frame.origin, canonical, LONGEST_ORIGIN)),
  );
  const draw = (form: TableForm): Message => ({
    text,
    blocks: [...draft(page, form), ...(position === null ? [] : [context(position)]), ...rows],
  });
  const hasTable = page.parts.some(part => part.kind === 'table');
  return [draw('table'), ...(hasTable ? [draw('aspects')] : []), { text }];
}

/** Every page of a private answer as a message of its own, at most so many; each as forms, the richest first. */
export function composeAll(outcome: Pick<Outcome, 'reply' | 'answer'>, most: number): (readonly Message[])[] {
  const count = Math.min(paginate(outcome.reply).length, most);
  return Array.from({ length: count }, (_, page) =>
    compose(outcome, { setting: 'private', ask: '', origin: '', page }),
  );
}

/** A reply without choices of its own, such as a notice. */
export function composeNotice(reply: Pick<Reply, 'parts' | 'choices' | 'sources'>): Message[] {
  const text = textOf(reply, null);
  const blocks = [
    ...draft(reply, 'table'),
    ...actionRows(drawChoices(reply.choices), row => writeBlockId('private', row, '')),
  ];
  return [{ text, blocks }, { text }];
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
  return clip(text, LIMITS.textOfMessage);
}

function draft({ parts, sources }: Pick<Page, 'parts' | 'sources'>, form: TableForm): KnownBlock[] {
  return [...parts.flatMap(part => drawPart(part, form)), ...drawSources(sources)];
}

function isAnswer({ kind }: Outcome['answer']): boolean {
  return kind !== 'unknown' && kind !== 'suggest' && kind !== 'help';
}

function controls(
  { setting, ask, origin, page }: Frame,
  { pages, isShareable }: { readonly pages: number; readonly isShareable: boolean },
): ActionsBlockElement[] {
  const isElsewhere = ask !== origin && origin !== '';
  if (ask === '') return [];
  return [
    ...(isElsewhere ? [button({ id: 'back', label: CONTROLS.back, ask: origin })] : []),
    ...(page > 0 ? [button({ id: `page:${page - 1}`, label: CONTROLS.previous(page), ask })] : []),
    ...(page + 1 < pages
      ? [button({ id: `page:${page + 1}`, label: CONTROLS.next(page + 2, pages), ask })]
      : []),
    ...(setting === 'private' && isShareable ? [button({ id: 'share', label: CONTROLS.share, ask })] : []),
    ...(setting === 'overheard' ? [button({ id: 'dismiss', label: CONTROLS.dismiss, ask })] : []),
  ];
}

/** The text asked, or the names in it when it is too long to be carried by a button. */
function shortAsk(ask: string, canonical: string | null, most: number): string {
  if (ask.length <= most) return ask;
  return canonical !== null && canonical.length <= most ? canonical : '';
}

/** "private:0:" stands before what the message showed first. */
const LONGEST_ORIGIN = LIMITS.blockId.most - 'overheard:99:'.length;

function writeBlockId(setting: Setting, row: number, origin: string): string {
  return `${setting}:${row}:${origin}`;
}

/** What a pressed button's block id tells; the most careful reading of an id that is not ours. */
export function readBlockId(id: string): Pick<Frame, 'setting' | 'origin'> {
  const [, name = '', origin = ''] = /^(\w+):\d+:([\s\S]*)$/.exec(id) ?? [];
  return { setting: SETTINGS.find(setting => setting === name) ?? 'private', origin };
}
