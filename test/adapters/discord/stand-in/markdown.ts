import { type Node, type NodeKind, parse } from './markdown-rules.ts';

/** What a Discord client makes of a text: https://docs.discord.com/developers/reference#message-formatting */
export interface Markdown {
  /**
   * Who could be told, if `allowed_mentions` lets them: '@1' (a person), '@&2' (a role), '@everyone', '@here'. Those
   * behind a backslash too: whether it keeps Discord's server from telling is not documented. None in code.
   */
  readonly pings: readonly string[];
  /** The mentions that are shown as such, in the same form. */
  readonly mentions: readonly string[];
  readonly channels: readonly string[];
  readonly bold: readonly string[];
  readonly italic: readonly string[];
  readonly underline: readonly string[];
  readonly strike: readonly string[];
  readonly spoilers: readonly string[];
  readonly code: readonly string[];
  readonly quotes: readonly string[];
  readonly headings: readonly string[];
  readonly subtexts: readonly string[];
  /** The items of lists. */
  readonly items: readonly string[];
  readonly links: readonly { readonly url: string; readonly label: string }[];
  /** Addresses that a client makes a link of though nobody marked them as one. */
  readonly bareLinks: readonly string[];
  /** Addresses of which a message would show a preview: all but those in `<…>`. */
  readonly previews: readonly string[];
  /** The names of custom emoji. */
  readonly emoji: readonly string[];
  /** Seconds since 1970. */
  readonly timestamps: readonly string[];
  /** Links to commands: '/ask term'. */
  readonly commands: readonly string[];
  /** What is read: references resolved to their identifiers, marks taken away. */
  readonly plain: string;
}

/** Reads a text as a message shows it. Where clients differ, it takes the text for formatted. */
export function readMarkdown(text: string): Markdown {
  const nodes = parse(text);
  const all = nodes.flatMap(everyNode);
  const of = (kind: NodeKind): readonly Node[] => all.filter(node => node.kind === kind);
  const read = (kind: NodeKind): readonly string[] =>
    of(kind).map(node => node.children.map(plainOf).join('').trim());
  const named = (...kinds: readonly NodeKind[]): readonly string[] =>
    all.filter(node => kinds.includes(node.kind)).map(node => node.text);
  return {
    pings: outsideCode(text).match(PING)?.map(pingOf) ?? [],
    mentions: all.filter(({ kind }) => kind in SIGN).map(mentionOf),
    channels: named('channel'),
    bold: read('bold'),
    italic: read('italic'),
    underline: read('underline'),
    strike: read('strike'),
    spoilers: read('spoiler'),
    code: named('code'),
    quotes: read('quote'),
    headings: read('heading'),
    subtexts: read('subtext'),
    items: read('item'),
    links: [...of('link'), ...of('quietLink')].map(node => ({ url: node.text, label: plainOf(node) })),
    bareLinks: named('bareLink', 'quietBareLink'),
    previews: named('link', 'bareLink'),
    emoji: named('emoji'),
    timestamps: named('timestamp'),
    commands: named('command').map(name => `/${name}`),
    plain: nodes.map(plainOf).join('').trimEnd(),
  };
}

const everyNode = (node: Node): readonly Node[] => [node, ...node.children.flatMap(everyNode)];

const PING = /<@[!&]?\d+>|@everyone|@here/g;
const pingOf = (mention: string): string => mention.replace(/^<|!|>$/g, '');
const SIGN: Readonly<Record<string, string>> = { user: '@', role: '@&', everyone: '@' };
const mentionOf = ({ kind, text }: Node): string => `${SIGN[kind] ?? ''}${text}`;

/** The text without what is in code. A `\`` opens none. */
const outsideCode = (text: string): string =>
  text.replace(/\\`|```[\s\S]+?```|(`{1,2})(?!`)[\s\S]*?[^`]\1(?!`)/g, ' ');

const LINES: readonly NodeKind[] = ['quote', 'heading', 'subtext', 'item'];

/** What is read of a piece. A timestamp is shown in the reader's own way; here as an ISO date. */
function plainOf(node: Node): string {
  const { kind, text, children } = node;
  if (kind in SIGN) return mentionOf(node);
  if (kind === 'channel') return `#${text}`;
  if (kind === 'emoji') return `:${text}:`;
  if (kind === 'command') return `/${text}`;
  if (kind === 'timestamp') return dateOf(Number(text));
  const inside = children.length === 0 && kind !== 'quote' ? text : children.map(plainOf).join('');
  if (kind === 'item') return `• ${inside}\n`;
  return LINES.includes(kind) ? `${inside.trimEnd()}\n` : inside;
}

function dateOf(seconds: number): string {
  const date = new Date(seconds * 1000);
  return Number.isNaN(date.getTime()) ? 'Invalid Date' : date.toISOString();
}
