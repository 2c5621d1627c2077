import { type Html, html, NOTHING, webAddress } from '../../html.ts';
import { drawAngled, unescaped } from './angled.ts';
import { drawEmoji } from './emoji.ts';

interface Options {
  /** Whether bare addresses stay text. */
  readonly verbatim: boolean;
}

/**
 * A text in Slack's markup, read as Slack reads it, so that a character that the bot failed to escape shows here as it
 * would there. https://docs.slack.dev/messaging/formatting-message-text
 */
export function drawMrkdwn(text: string, options: Options): Html {
  const pieces = text.split(/```([\s\S]+?)```/);
  return html`<div class="slack-mrkdwn">${pieces.map((piece, index) =>
    index % 2 === 1 ? drawFenced(piece) : drawLines(piece, options),
  )}</div>`;
}

function drawFenced(code: string): Html {
  return html`<pre class="slack-fenced">${unescaped(withoutEdges(code))}</pre>`;
}

/** Lines, those that begin with ">" as a quote. */
function drawLines(piece: string, options: Options): Html {
  const lines = withoutEdges(piece);
  if (lines === '') return NOTHING;
  const runs: { readonly isQuote: boolean; readonly lines: string[] }[] = [];
  for (const line of lines.split('\n')) {
    const isQuote = QUOTED.test(line);
    const last = runs.at(-1);
    const bare = line.replace(QUOTED, '');
    if (last?.isQuote === isQuote) last.lines.push(bare);
    else runs.push({ isQuote, lines: [bare] });
  }
  return html`${runs.map(run => {
    const words = drawInline(run.lines.join('\n'), options);
    return run.isQuote
      ? html`<blockquote class="slack-quote slack-text">${words}</blockquote>`
      : html`<div class="slack-text">${words}</div>`;
  })}`;
}

const QUOTED = /^(?:&gt;|>) ?/;

/** Around a code block Slack swallows one line break. */
function withoutEdges(piece: string): string {
  return piece.replace(/^\n|\n$/g, '');
}

/** What formats stands at a word's edge: snake_case_name and 2*3*4 stay as they are. */
const MARK = String.raw`(?<![\p{L}\p{N}])`;
const END = String.raw`(?![\p{L}\p{N}])`;
const INLINE = new RegExp(
  [
    '`(?<code>[^`\\n]+)`',
    String.raw`<(?<angled>[^<>\n]+)>`,
    String.raw`${MARK}\*(?=\S)(?<bold>[^*\n]+)(?<=\S)\*${END}`,
    String.raw`${MARK}_(?=\S)(?<italic>[^_\n]+)(?<=\S)_${END}`,
    String.raw`${MARK}~(?=\S)(?<strike>[^~\n]+)(?<=\S)~${END}`,
    String.raw`(?<emoji>:[\p{L}\p{N}_+'-]+:)`,
    String.raw`(?<bare>https?:\/\/[^\s<>|]+)`,
  ].join('|'),
  'gu',
);

function drawInline(text: string, options: Options): Html {
  const drawn: (Html | string)[] = [];
  let end = 0;
  for (const match of text.matchAll(INLINE)) {
    drawn.push(unescaped(text.slice(end, match.index)), drawMatch(match, options));
    end = match.index + match[0].length;
  }
  return html`${drawn}${unescaped(text.slice(end))}`;
}

function drawMatch([whole, ...groups]: RegExpExecArray, options: Options): Html {
  const [code, angled, bold, italic, strike, emoji, bare] = groups;
  if (code !== undefined) return html`<code>${unescaped(code)}</code>`;
  if (angled !== undefined) return drawAngled(angled);
  if (bold !== undefined) return html`<strong>${drawInline(bold, options)}</strong>`;
  if (italic !== undefined) return html`<em>${drawInline(italic, options)}</em>`;
  if (strike !== undefined) return html`<s>${drawInline(strike, options)}</s>`;
  if (emoji !== undefined) return drawEmoji(emoji);
  const address = bare === undefined || options.verbatim ? null : webAddress(unescaped(bare));
  return address === null
    ? html`${unescaped(whole)}`
    : html`<a href="${address}" rel="external">${unescaped(whole)}</a>`;
}
