import type { Finding } from '../../../src/check/finding.ts';
import { safe } from '../../../src/replies/safe.ts';
import type { Checked } from '../../check-folders.ts';
import { countOf } from '../../count-of.ts';
import { type Html, html } from '../html.ts';
import type { Content, View } from '../layout.ts';

/** What is wrong with the wiki's pages, page by page; what cannot be read comes first. */
export function checkView(view: View, { findings, pages, terms }: Checked): Content {
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const byPage = [...Map.groupBy(findings, ({ page }) => page)].sort(
    ([, one], [, other]) => errorsOf(other) - errorsOf(one),
  );
  const summary = `${countOf(errors, 'error')} and ${countOf(findings.length - errors, 'warning')} in ${countOf(pages, 'page')} with ${countOf(terms, 'term')}.`;
  return {
    title: 'Check the wiki',
    description: summary,
    address: '/check',
    styles: ['browse.css'],
    main: html`<h1>Check</h1>
<p class="lead">${findings.length === 0 ? `No problems in ${countOf(pages, 'page')} and ${countOf(terms, 'term')}.` : summary}</p>
<p>The same in a terminal, and for a build: <code>secterm check</code> exits with 1 if there are errors. Answers change when secterm is started anew.</p>
${byPage.map(([page, found]) => pageFindings(view, page, found))}`,
  };
}

function errorsOf(findings: readonly Finding[]): number {
  return findings.filter(({ severity }) => severity === 'error').length;
}

function pageFindings({ catalogue, href }: View, page: string, findings: readonly Finding[]): Html {
  // In which of several folders a page of this name is, a finding does not say.
  const [known, ...others] = catalogue.pages.filter(({ path }) => path === page);
  const at = (line: number) =>
    known === undefined || others.length > 0
      ? html`<span class="line">${line}</span>`
      : html`<a class="line" href="${href(`${known.address}#L${line}`)}"><span class="hidden">Line </span>${line}</a>`;
  return html`<section class="findings"><h2 class="path">${safe(page)}</h2>
<ul>${findings.map(
    ({ line, severity, message, rule }) =>
      html`<li class="${severity}"><span class="severity">${severity}</span> ${at(line)} <span class="message">${safe(message)} <span class="also">${rule}</span></span></li>`,
  )}</ul></section>`;
}
