import { beforeAll, describe, expect, it } from 'vitest';
import type { Bot, Outcome } from '../../src/bot.ts';
import { plain } from '../../src/glossary/rich.ts';
import { loadBot } from '../fixtures/load.ts';

/** What a surface showed for one answer. */
export interface Shown {
  /** All text that the reader sees, without the surface's own marks (styles, borders, line breaks inside words). */
  readonly text: string;
  /** What each button, menu entry or typed hint would ask. */
  readonly asks: readonly string[];
}

/** How the suite drives a surface. */
export interface Subject {
  readonly name: string;
  show(outcome: Outcome): Shown;
}

/** What every surface must do with every reply. Each adapter's tests call this once. */
export function adapterContract(subject: Subject): void {
  describe(`${subject.name} keeps the adapters' contract`, () => {
    let bundled: Bot;
    let fixture: Bot;
    let hostile: Bot;
    beforeAll(async () => {
      [bundled, fixture, hostile] = await Promise.all([
        loadBot('data'),
        loadBot('test/fixtures/wiki'),
        loadBot('test/fixtures/hostile'),
      ]);
    });

    const hear = (bot: Bot, text: string) => bot.hear({ text, heardAs: 'command', after: [] });
    /** Layout apart: the words in their order. */
    const squeeze = (text: string) => text.replace(/[\s│─┌┬┐├┼┤└┴┘…]+/gu, '');

    it('shows title, definition and source of every term', () => {
      for (const bot of [bundled, fixture]) {
        for (const term of bot.glossary.terms) {
          const outcome = hear(bot, term.name);
          const shown = squeeze(subject.show(outcome).text);
          expect(shown, term.name).toContain(squeeze(term.name));
          expect(shown, term.name).toContain(squeeze(plain(term.definition?.text ?? [])));
          for (const source of outcome.reply.sources)
            expect(shown).toContain(squeeze(`${source.page}:${source.line}`));
        }
      }
    });

    it.each([
      'vm vs container',
      'downsides of clusters',
      'podman',
      'list',
      'list network',
      'modern trends',
      'vmz',
      'help',
      'can I run containers inside VMs?',
      'nothing like this',
    ])('shows every fact of %j, the same each time', text => {
      const outcome = hear(bundled, text);
      const shown = subject.show(outcome);
      for (const part of outcome.reply.parts) {
        const words =
          part.kind === 'paragraph'
            ? [plain(part.text)]
            : part.kind === 'table'
              ? part.columns
              : part.kind === 'points'
                ? part.points.map(point => point.label ?? '')
                : [part.text];
        for (const piece of words) expect(squeeze(shown.text)).toContain(squeeze(piece));
      }
      expect(subject.show(hear(bundled, text))).toEqual(shown);
    });

    it('makes every choice reachable, and each choice is answered', () => {
      for (const text of ['containers', 'vm vs container', 'podman', 'vmz', 'list', 'help', 'DNS']) {
        const outcome = hear(bundled, text);
        expect(subject.show(outcome).asks).toEqual(outcome.reply.choices.map(({ ask }) => ask));
        for (const { ask } of outcome.reply.choices) {
          expect(['unknown', 'suggest'], `${text} → ${ask}`).not.toContain(hear(bundled, ask).answer.kind);
        }
      }
    });

    it('lets no control character of a wiki or a user through', () => {
      const texts = [
        '\u001b[31mred',
        'bell\u0007',
        'flip \u202e txt',
        'a\u0000b',
        ...hostile.glossary.terms.map(({ name }) => name),
      ];
      for (const text of texts) {
        for (const bot of [bundled, hostile]) {
          expect(subject.show(hear(bot, text)).text).not.toMatch(
            /(?!\n)\p{Cc}|[\u202a-\u202e\u2066-\u2069]/u,
          );
        }
      }
    });
  });
}
