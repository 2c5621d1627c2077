import { parse } from 'node:querystring';
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { compress } from 'hono/compress';
import { z } from 'zod';
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
import type { Html } from './html.ts';
import { type Content, type View, wholePage } from './layout.ts';
import { absolute } from './links.ts';
import { WAYS } from './preview/client.ts';
import { drawMessage } from './preview/message.ts';
import { contentAt } from './readable.ts';
import { type Asked, answerTo, askView, pressedView } from './views/ask.ts';
import { compareView } from './views/compare.ts';
import { nearestTerms, notFoundView } from './views/not-found.ts';

export interface WebParts {
  /** Resolves once the glossary is loaded. */
  readonly bot: Promise<Bot>;
  /** Where is listened. */
  readonly host: string;
  /** Where the pages are. */
  readonly folders: readonly Folder[];
}

/** Bytes of a press: a message's ids and the pressed one. */
const LONGEST_PRESS = 64 * 1024;
/** Fields of a press that are read; it has three. */
const MOST_FIELDS = 10;
/** Characters of a question that are taken. */
const LONGEST_TYPED = 20_000;
/** Names offered while typing. */
const MOST_COMPLETIONS = 12;

/** The page's paths, for the one HTTP server. */
export function mountWeb({ bot: loading, host, folders }: WebParts): Mount {
  const check = checkerOf(folders);
  return root => {
    const app = new Hono();
    app.use(refusingStrangers(host), refusingOtherSites, withSafeHeaders, compress());

    app.get('/assets/:version/:name', ({ req, body, text }) => {
      const asset = assetNamed(req.param('name'));
      const isCurrent = req.param('version') === assetVersion();
      if (asset === null || !isCurrent) return text('There is no such file. Load the page anew.\n', 404);
      return body(asset.bytes, 200, { 'Content-Type': asset.type, 'Cache-Control': FOR_GOOD });
    });
    app.get('/alive', ({ text }) => text('ok\n', 200, FRESH));
    app.get('/complete', async ({ req, json }) => {
      const { before, names } = completeLine(req.query('q') ?? '', await loading, MOST_COMPLETIONS);
      const aliases = aliasesOf((await loading).glossary);
      return json(
        names.map(name => ({ name, also: aliases.get(name) ?? '', text: before + name })),
        200,
        FRESH,
      );
    });
    app.get('/', async context => {
      const bot = await loading;
      const asked = readAsked(context);
      return show(context, bot, askView(asked, examplesOf(bot), await answerTo(bot, asked)));
    });
    app.post(
      '/press',
      bodyLimit({
        maxSize: LONGEST_PRESS,
        onError: ({ text }) => text('This is too long for a press.\n', 413),
      }),
      async context => {
        const bot = await loading;
        const pressed = Press.safeParse(parse(await context.req.text(), '&', '=', { maxKeys: MOST_FIELDS }));
        const surface = SURFACES.find(({ name }) => pressed.success && name === pressed.data.surface);
        if (!pressed.success || surface === undefined)
          return context.text('This is no press of a preview.\n', 400);
        const { message, pressed: told } = pressed.data;
        const reaction = await surface.previewPress(bot, { ...message, ...told });
        if (reaction === null) return context.text('This is no button of secterm.\n', 400);
        const { instead, added } = reaction;
        const drawn = added.map(posted => drawMessage(surface.name, posted));
        const replaced = typeof instead === 'string' ? instead : drawMessage(surface.name, instead);
        if (context.req.header('accept')?.includes('application/json'))
          return context.json({ instead: String(replaced), added: drawn.map(String) }, 200, FRESH);
        const shown: Html[] = [...(typeof replaced === 'string' ? [] : [replaced]), ...drawn];
        return show(context, bot, pressedView(surface, shown));
      },
    );
    app.get('/compare', async context => {
      const bot = await loading;
      return show(context, bot, compareView(viewOf(bot), readComparing(context, bot)));
    });
    app.get('*', async context => {
      const bot = await loading;
      const address = addressOf(context.req.path);
      const content = address && (await contentAt(address, viewOf(bot), { bot, folders, check }));
      if (content) return show(context, bot, content);
      const sought = soughtIn(context.req.path);
      const near = sought === '' ? [] : nearestTerms(bot, sought);
      return show(context, bot, notFoundView(viewOf(bot), context.req.path, sought, near), 404);
    });
    root.route('/', app);
  };
}

/** What terms are also called, by their names. */
const aliasesOf = oncePer(
  ({ terms }: Glossary) => new Map(terms.map(({ name, aliases }) => [name, aliases.join(', ')])),
);

/** A new version of an asset has a new address. */
const FOR_GOOD = 'public, max-age=31536000, immutable';
const FRESH = { 'Cache-Control': 'no-store' } as const;

const Json = z.string().transform((text, { addIssue }) => {
  try {
    return z.record(z.string(), z.unknown()).parse(JSON.parse(text));
  } catch {
    addIssue({ code: 'custom', message: 'is no JSON object' });
    return z.NEVER;
  }
});
const Press = z.object({ surface: z.string(), message: Json, pressed: Json });

function viewOf(bot: Bot): View {
  return { catalogue: catalogueOf(bot), href: absolute, isWritten: false };
}

function show(context: Context, bot: Bot, content: Content, status: 200 | 404 = 200) {
  return context.html(wholePage(viewOf(bot), content), status, { 'Cache-Control': 'no-cache' });
}

/** A path as pages write it; null for one that no page has. */
function addressOf(path: string): string | null {
  try {
    const whole = path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path;
    return whole.split('/').map(decodeURIComponent).map(encodeURIComponent).join('/');
  } catch {
    return null;
  }
}

/** The words of an address: those of "/t/load-balancers" are "load balancers". */
function soughtIn(path: string): string {
  const last = path.split('/').findLast(segment => segment !== '') ?? '';
  try {
    return decodeURIComponent(last)
      .replace(/\.\w+$/, '')
      .replaceAll(/[-_]+/g, ' ')
      .trim();
  } catch {
    return '';
  }
}

/** Earlier questions of a thread that are taken. */
const MOST_AFTER = 5;

/** "/secterm containers" is typed in Slack, "@secterm …" is a mention, whatever was chosen. */
function readAsked({ req }: Context): Asked {
  const typed = (req.query('q') ?? '').slice(0, LONGEST_TYPED).trim();
  const [, sign, rest] = /^([/@])secterm\b\s*([\s\S]*)$/i.exec(typed) ?? [];
  const chosen = WAYS.find(way => way === req.query('as')) ?? 'command';
  const way = sign === '/' ? 'command' : sign === '@' ? 'mention' : chosen;
  const text = sign === undefined ? typed : rest || 'help';
  return { text, way, after: (req.queries('after') ?? []).slice(-MOST_AFTER) };
}

function examplesOf(bot: Bot): readonly string[] {
  const { answer } = bot.hear({ text: 'help', heardAs: 'command', after: [] });
  return answer.kind === 'help' ? answer.examples : [];
}
