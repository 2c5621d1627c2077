import type { Bot } from '../../../src/bot.ts';
import type { Term } from '../../../src/glossary/glossary.ts';
import { safe } from '../../../src/replies/safe.ts';
import { html } from '../html.ts';
import type { Content, View } from '../layout.ts';
import { entryList } from './facts.ts';

const MOST_NEAR = 6;

/** The terms that a text may mean, the likeliest first. */
export function nearestTerms(bot: Bot, text: string): readonly Term[] {
  const { answer, understood } = bot.hear({ text, heardAs: 'command', after: [] });
  const { query } = understood;
  // What the words describe, rather than name, is no near name.
  const isNamed = (query.kind === 'define' || query.kind === 'suggest') && query.about === undefined;
  const meant = isNamed && (answer.kind === 'define' || answer.kind === 'suggest') ? answer.terms : [];
  const byName = Map.groupBy(bot.glossary.terms, ({ name }) => name);
  const completing = bot.complete(text, MOST_NEAR).flatMap(name => byName.get(name) ?? []);
  return [...new Set([...meant, ...completing])].slice(0, MOST_NEAR);
}

/** For an address that leads nowhere. @param sought the words in it. */
export function notFoundView(view: View, address: string, sought: string, near: readonly Term[]): Content {
  return {
    title: 'Not found',
    description: 'There is no such page.',
    address,
    styles: ['browse.css'],
    main: html`<h1>There is no such page</h1>
<p class="lead">Nothing is at <code>${safe(address).slice(0, 200)}</code>.${near.length > 0 ? ' These terms come closest:' : ''}</p>
${near.length > 0 ? entryList(view, near) : ''}
<p>${view.isWritten || sought === '' ? '' : html`<a href="/?q=${encodeURIComponent(sought)}">Ask “${safe(sought).slice(0, 80)}”</a> · `}<a href="${view.href('/terms')}">All terms</a> · <a href="${view.href('/subjects')}">Subjects</a></p>`,
  };
}
