/** A piece of a text as a Discord client reads it. */
export interface Node {
  readonly kind: NodeKind;
  /** What is read, when nothing is nested; of a reference, its identifier or address. */
  readonly text: string;
  readonly children: readonly Node[];
}

export type NodeKind =
  | 'text'
  | 'code'
  | 'quote'
  | 'heading'
  | 'subtext'
  | 'item'
  | 'bold'
  | 'italic'
  | 'underline'
  | 'strike'
  | 'spoiler'
  | 'link'
  | 'quietLink'
  | 'bareLink'
  | 'quietBareLink'
  | 'user'
  | 'role'
  | 'everyone'
  | 'channel'
  | 'emoji'
  | 'timestamp'
  | 'command'
  | 'navigation';

type Groups = Readonly<Record<string, string>>;
type Rule = readonly [pattern: RegExp, make: (groups: Groups) => Node | undefined];

const leaf = (kind: NodeKind, text = ''): Node => ({ kind, text, children: [] });
const nested = (kind: NodeKind, inside = '', text = ''): Node => ({
  kind,
  text,
  children: parse(inside, false),
});

/** Rules that hold at the start of a line only. */
const BLOCKS: readonly Rule[] = [
  [/^ *>>> (?<rest>[\s\S]*)/, ({ rest = '' }) => ({ kind: 'quote', text: '', children: parse(rest, true) })],
  [
    /^(?<lines> *> [^\n]*(?:\n *> [^\n]*)*)\n?/,
    ({ lines = '' }) => ({ kind: 'quote', text: '', children: parse(lines.replace(/^ *> /gm, ''), true) }),
  ],
  [/^ *#{1,3} +(?<line>(?!#)\S[^\n]*?)(?: #*)? *(?:\n|$)/, ({ line }) => nested('heading', line)],
  [/^ *-# +(?<line>\S[^\n]*)(?:\n|$)/, ({ line }) => nested('subtext', line)],
  [/^ *(?:[-*]|\d{1,9}\.) +(?<line>\S[^\n]*)(?:\n|$)/, ({ line }) => nested('item', line)],
];

/** A link whose label is an address itself stays as it is written, against deceit. */
function maskedLink({ label = '', quiet, bare }: Groups): Node | undefined {
  const url = quiet ?? bare ?? '';
  if (/https?:\/\//.test(label) || label.trim() === '' || !URL.canParse(url)) return undefined;
  return nested(quiet === undefined ? 'link' : 'quietLink', label, url);
}

const INLINE: readonly Rule[] = [
  [/^```(?:[\w+.-]*\n)?\n*(?<code>[^\n][\s\S]*?)\n*```/, ({ code }) => leaf('code', code)],
  [/^(?<ticks>`{1,2})(?!`)(?<code>[\s\S]*?[^`])\k<ticks>(?!`)/, ({ code }) => leaf('code', code)],
  [/^\\(?<mark>[^0-9A-Za-z\s])/, ({ mark }) => leaf('text', mark)],
  [/^<(?<url>https?:\/\/[^\s<>]+)>/, ({ url }) => leaf('quietBareLink', url)],
  [/^<@!?(?<id>\d+)>/, ({ id }) => leaf('user', id)],
  [/^<@&(?<id>\d+)>/, ({ id }) => leaf('role', id)],
  [/^<#(?<id>\d+)>/, ({ id }) => leaf('channel', id)],
  [/^<a?:(?<name>\w{2,32}):\d+>/, ({ name }) => leaf('emoji', name)],
  [/^<t:(?<seconds>-?\d{1,13})(?::[tTdDfFsSR])?>/, ({ seconds }) => leaf('timestamp', seconds)],
  [/^<\/(?<name>[^<>:\n]+):\d+>/, ({ name }) => leaf('command', name)],
  [/^<id:(?<type>customize|browse|guide|linked-roles(?::\d+)?)>/, ({ type }) => leaf('navigation', type)],
  [/^@(?<who>everyone|here)/, ({ who }) => leaf('everyone', who)],
  [
    /^\[(?<label>(?:\\.|[^[\]\\\n]|\[[^[\]\n]*\])+)\]\((?:<(?<quiet>[^<>\n]+)>|(?<bare>(?:\([^()\s]*\)|[^\s()<>])+))(?: +["'][^"'\n]*["'])? *\)/,
    maskedLink,
  ],
  [/^(?<url>https?:\/\/[^\s<\]]+[^\s<.,:;"'\])])/, ({ url }) => leaf('bareLink', url)],
  [/^\*\*(?<inside>(?:\\[\s\S]|[^\\])+?)\*\*(?!\*)/, ({ inside }) => nested('bold', inside)],
  [/^__(?<inside>(?:\\[\s\S]|[^\\])+?)__(?!_)/, ({ inside }) => nested('underline', inside)],
  [/^~~(?<inside>(?:\\[\s\S]|[^\\])+?)~~/, ({ inside }) => nested('strike', inside)],
  [/^\|\|(?<inside>(?:\\[\s\S]|[^\\])+?)\|\|/, ({ inside }) => nested('spoiler', inside)],
  [
    /^\*(?=\S)(?<inside>(?:\*\*|\\[\s\S]|\s+(?:\\[\s\S]|[^*\s\\]|\*\*)|[^\s*\\])+?)\*(?!\*)/,
    ({ inside }) => nested('italic', inside),
  ],
  [/^_(?<inside>(?:__|\\[\s\S]|[^\\_])+?)_(?![\p{L}\p{N}_])/u, ({ inside }) => nested('italic', inside)],
];

const isWord = (character: string | undefined): boolean =>
  character !== undefined && /[\p{L}\p{N}_]/u.test(character);

/**
 * Reads a text by rules that are tried at every place, as Discord's clients do (they use simple-markdown). A `_`
 * within a word formats nothing. `isBlock`: whether quotes, headings and lists are possible.
 */
export function parse(text: string, isBlock = true): readonly Node[] {
  const nodes: Node[] = [];
  let plain = '';
  const flush = (): void => {
    if (plain !== '') nodes.push(leaf('text', plain));
    plain = '';
  };
  for (let at = 0; at < text.length; ) {
    const atStart = at === 0 || text[at - 1] === '\n';
    const rules = isBlock && atStart ? [...BLOCKS, ...INLINE] : INLINE;
    const found = rules === INLINE && !STARTS.test(text[at] ?? '') ? undefined : matched(rules, text, at);
    if (found === undefined) {
      plain += text[at] ?? '';
      at += 1;
      continue;
    }
    flush();
    nodes.push(found.node);
    at += found.length;
  }
  flush();
  return nodes;
}

/** What an inline rule can start with. */
const STARTS = /[`\\<@[h*_~|]/;

function matched(
  rules: readonly Rule[],
  text: string,
  at: number,
): { node: Node; length: number } | undefined {
  const rest = text.slice(at);
  for (const [pattern, make] of rules) {
    const match = pattern.exec(rest);
    if (match === null || (rest.startsWith('_') && !rest.startsWith('__') && isWord(text[at - 1]))) continue;
    const node = make(match.groups ?? {});
    if (node !== undefined) return { node, length: match[0].length };
  }
  return undefined;
}
