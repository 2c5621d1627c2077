import type { Term } from '../../../src/glossary/glossary.ts';
import { safe } from '../../../src/replies/safe.ts';
import { html } from '../html.ts';
import type { Content, View } from '../layout.ts';
import { entryList } from './facts.ts';

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
