import type { HttpBindings } from '@hono/node-server';
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { compress } from 'hono/compress';
import type { Bot } from '../../src/bot.ts';
import type { Glossary } from '../../src/glossary/glossary.ts';
import { oncePer } from '../../src/language/once-per.ts';
import type { Folder } from '../../src/sources/folder.ts';
import { completeLine } from '../chat/complete-line.ts';
import type { Mount } from '../http/app.ts';
import { SURFACES } from '../surfaces.ts';
import { assetNamed, assetVersion } from './assets.ts';
import { catalogueOf } from './catalogue.ts';
import { checkerOf } from './check-beside.ts';
import { readComparing } from './compare/read-comparing.ts';
import { refusingOtherSites, refusingStrangers, withSafeHeaders } from './guard.ts';
import { type Content, type View, wholePage } from './layout.ts';
import { absolute } from './links.ts';
import { nearestTerms } from './nearest-terms.ts';
import { drawMessage } from './preview/message.ts';
import { addressOf, LONGEST_FORM, readAsked, readPress, soughtIn } from './read-request.ts';
import { contentAt, type Wiki } from './readable.ts';
import { answerTo, pressedView } from './views/answer.ts';
import { askView } from './views/ask.ts';
import { compareView } from './views/compare.ts';
import { notFoundView } from './views/not-found.ts';

export interface WebParts {
  /** Resolves once the glossary is loaded. */
  readonly bot: Promise<Bot>;
  /** Where is listened. */
  readonly host: string;
  /** Where the pages are. */
  readonly folders: readonly Folder[];
}

type Answer = (context: Context, wiki: Wiki) => Response | Promise<Response>;

/** The page's paths, for the one HTTP server. */
export function mountWeb({ bot, host, folders }: WebParts): Mount {
  const check = checkerOf(folders);
  const readAt = Date.now();
  const wiki = bot.then((loaded): Wiki => ({ bot: loaded, folders, check, readAt }));
  // Who waits for the glossary tells what keeps it from being read.
  wiki.catch(() => {});
  const answering = (answer: Answer) => async (context: Context) => answer(context, await wiki);
  return root => {
    const app = new Hono<{ Bindings: HttpBindings }>();
    app.use(refusingStrangers(host), refusingOtherSites, withSafeHeaders, compress());
    app.get('/assets/:version/:name', sendAsset);
    app.get('/alive', ({ text }) => text('ok\n', 200, FRESH));
    app.get('/complete', answering(complete));
    app.get('/', answering(ask));
    app.post('/', isShort, answering(ask));
    app.post('/press', isShort, answering(press));
    app.get('/compare', answering(compare));
    app.get('*', answering(read));
    root.route('/', app);
  };
}

/** A new version of an asset has a new address. */
const FOR_GOOD = 'public, max-age=31536000, immutable';
const FRESH = { 'Cache-Control': 'no-store' } as const;

function sendAsset({ req, body, text }: Context) {
  const asset = assetNamed(req.param('name') ?? '');
  const isCurrent = req.param('version') === assetVersion();
  if (asset === null || !isCurrent) return text('There is no such file. Load the page anew.\n', 404);
  return body(asset.bytes, 200, { 'Content-Type': asset.type, 'Cache-Control': FOR_GOOD });
}

/** Names offered while typing. */
const MOST_COMPLETIONS = 12;

function complete({ req, json }: Context, { bot }: Wiki) {
  const { before, names } = completeLine(req.query('q') ?? '', bot, MOST_COMPLETIONS);
  const aliases = aliasesOf(bot.glossary);
  const offered = names.map(name => ({ name, also: aliases.get(name) ?? '', text: before + name }));
  return json(offered, 200, FRESH);
}

/** What terms are also called, by their names. */
const aliasesOf = oncePer(({ terms }: Glossary) => {
  const named = [...Map.groupBy(terms, ({ name }) => name)];
  return new Map(
    named.map(([name, all]) => [name, [...new Set(all.flatMap(({ aliases }) => aliases))].join(', ')]),
  );
});

/** By address, or posted where what is asked is to be in no history: somebody else's message. */
async function ask(context: Context, { bot }: Wiki) {
  const asked = await readAsked(context.req);
  const { answer } = bot.hear({ text: 'help', heardAs: 'command', after: [] });
  const examples = answer.kind === 'help' ? answer.examples : [];
  return show(context, bot, askView(asked, examples, await answerTo(bot, asked)), UNKEPT);
}

/** The changed preview: as a page, or for a script as the markup of what then stands there. */
async function press(context: Context, { bot }: Wiki) {
  const pressed = await readPress(context.req);
  const surface = SURFACES.find(({ name }) => name === pressed?.surface);
  if (pressed === null || surface === undefined) return context.text('This is no press of a preview.\n', 400);
  const reaction = await surface.previewPress(bot, { ...pressed.message, ...pressed.pressed });
  if (reaction === null) return context.text('This is no button of secterm.\n', 400);
  const { instead } = reaction;
  const replaced = typeof instead === 'string' ? null : drawMessage(surface.name, instead);
  const added = reaction.added.map(posted => drawMessage(surface.name, posted));
  if (context.req.header('accept')?.includes('application/json'))
    return context.json({ instead: String(replaced ?? instead), added: added.map(String) }, 200, FRESH);
  return show(
    context,
    bot,
    pressedView(surface, [...(replaced === null ? [] : [replaced]), ...added]),
    UNKEPT,
  );
}

const isShort = bodyLimit({
  maxSize: LONGEST_FORM,
  onError: ({ text }) => text(`At most ${LONGEST_FORM} bytes are read.\n`, 413),
});

function compare(context: Context, { bot }: Wiki) {
  return show(context, bot, compareView(viewOf(bot), readComparing(context.req, bot)));
}

/** What can be read; for all else the terms that come closest. */
async function read(context: Context, wiki: Wiki) {
  const { bot } = wiki;
  const { path } = context.req;
  const address = addressOf(path);
  const content = address && (await contentAt(address, viewOf(bot), wiki));
  if (content) return show(context, bot, content);
  const sought = soughtIn(path);
  const near = sought === '' ? [] : nearestTerms(bot, sought);
  return show(context, bot, notFoundView(viewOf(bot), path, sought, near), MISSING);
}

function viewOf(bot: Bot): View {
  return { catalogue: catalogueOf(bot), href: absolute, isWritten: false };
}

/** How a page is sent; one that may be kept is asked for again all the same. */
interface Manner {
  readonly status: 200 | 404;
  readonly cache: string;
}
const KEPT: Manner = { status: 200, cache: 'no-cache' };
const MISSING: Manner = { status: 404, cache: 'no-cache' };
const UNKEPT: Manner = { status: 200, cache: 'no-store' };

function show(context: Context, bot: Bot, content: Content, { status, cache }: Manner = KEPT) {
  return context.html(wholePage(viewOf(bot), content), status, { 'Cache-Control': cache });
}
