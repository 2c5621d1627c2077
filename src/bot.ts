import type { Answer } from './answers/answer.ts';
import { canonicalAsk } from './answers/canonical-ask.ts';
import { findAnswer } from './answers/find-answer.ts';
import { indexSubjects } from './answers/list.ts';
import type { Glossary } from './glossary/glossary.ts';
import { namesPerson, ownWords, withoutChatForms, withoutQuotations } from './language/chat-text.ts';
import { mayAsk } from './language/may-ask.ts';
import { NameIndex } from './language/name-index.ts';
import type { Understood } from './language/query.ts';
import { termsNamed } from './language/spot.ts';
import { indexTermWords } from './language/terms-by-word.ts';
import { understand } from './language/understand.ts';
import { judge, type Verdict } from './language/verdict.ts';
import { Vocabulary, type WordsByMeaning } from './language/vocabulary.ts';
import { phrase } from './replies/phrase.ts';
import type { Reply } from './replies/reply.ts';
import type { Steps } from './steps.ts';

/** How a text reached the bot: as a command, by naming it, or overheard in a channel that it listens to. */
export type HeardAs = 'command' | 'mention' | 'channel';

export interface Heard {
  readonly text: string;
  readonly heardAs: HeardAs;
  /** What was asked before in the same thread, oldest first. */
  readonly after: readonly string[];
}

/** Everything about one answered text. `reply` is there even when the bot would keep silent. */
export interface Outcome extends Verdict {
  readonly understood: Understood;
  readonly answer: Answer;
  readonly reply: Reply;
  /** A short text that gives the same answer, made of the glossary's names alone; null when there is none. */
  readonly canonical: string | null;
}

/** One half of the port: what every adapter gets. Pure and synchronous; one instance per loaded glossary. */
export interface Bot {
  readonly glossary: Glossary;
  hear(heard: Heard): Outcome;
  /** Each term that a text uses, with its definition, for the one who asked. */
  explain(text: string): Pick<Outcome, 'answer' | 'reply' | 'canonical'>;
  /** Names that complete a prefix, best first. */
  complete(prefix: string, limit: number): string[];
  /** Works out what answers are made from, which else the first of them wait for. */
  prepare(): Steps<void>;
}

/** A time in which no texts arrive though they should. */
export interface Outage {
  /** In milliseconds since 1970. */
  readonly since: number;
  /** What last went wrong and what to do, for whoever runs the bot, without a token; null when not known yet. */
  readonly reason: string | null;
}

/** The other half: a surface that brings texts to the bot and shows its replies. */
export interface Adapter {
  /** As people call the surface: "Slack". */
  readonly name: string;
  /** Resolves once texts arrive. Rejects, saying what to do, when they cannot; may then be called again. */
  start(): Promise<void>;
  /** Takes no more texts, and resolves when those taken are answered or `patience` milliseconds are over. */
  stop(patience: number): Promise<void>;
  /** What keeps texts from arriving just now, after `start` resolved; null while they do. */
  outage?(): Outage | null;
}

/** @param words what a team's people say, beside the bundled words. */
export function createBot(glossary: Glossary, words: WordsByMeaning | null = null): Bot {
  const vocabulary = new Vocabulary(words);
  const lexicon = { glossary, index: new NameIndex(glossary, vocabulary.terms), vocabulary };
  const answerTo = (text: string) => findAnswer(understand(text, lexicon).query, lexicon);
  const shown = (answer: Answer) => JSON.stringify(phrase(answer).parts);
  const gives = (text: string, answer: Answer) => shown(answerTo(text)) === shown(answer);
  return {
    glossary,
    hear({ text, heardAs, after }) {
      const typed = readable(text, LONGEST_ASKED);
      // Who addresses the bot with nothing but a quotation asks about that.
      const own = ownWords(typed);
      const asked = heardAs === 'channel' ? withoutQuotations(own) : own || typed;
      const earlier = after.map(text => readable(text, LONGEST_ASKED));
      const asksPerson = namesPerson(text);
      const isRead = heardAs !== 'channel' || (!asksPerson && mayAsk(asked));
      const understood = isRead ? understand(asked, lexicon, earlier) : saysNothing(asked);
      const found = findAnswer(understood.query, lexicon);
      const reply: Reply = { ...phrase(found), audience: heardAs === 'command' ? 'asker' : 'channel' };
      const proposed = canonicalAsk(found, glossary);
      const isFaithful = proposed !== null && (proposed === text || gives(proposed, found));
      const canonical = isFaithful ? proposed : null;
      return {
        understood,
        answer: found,
        reply,
        canonical,
        ...judge(understood, { heardAs, namesPerson: asksPerson, text: asked }),
      };
    },
    explain(text) {
      const terms = termsNamed(readable(text, LONGEST_EXPLAINED), lexicon.index);
      const answer: Answer = { kind: 'glosses', terms };
      return { answer, reply: { ...phrase(answer), audience: 'asker' }, canonical: null };
    },
    complete: (prefix, limit) => lexicon.index.complete(prefix, limit),
    *prepare() {
      yield* lexicon.index.prepare();
      yield* indexTermWords(glossary);
      yield* indexSubjects(glossary);
    },
  };
}

function saysNothing(asked: string): Understood {
  return { query: { kind: 'unknown', asked }, confidence: 0, isQuestion: false, unexplained: [] };
}

/** Characters of a question that are read, and of a text that is explained; they bound the time that one text takes. */
const LONGEST_ASKED = 4000;
const LONGEST_EXPLAINED = 12_000;

/** The beginning of a text without what chats put around words, with runs of white space made one. */
function readable(text: string, most: number): string {
  // Some single characters become eighteen when they are normalised.
  const bounded = text.slice(0, most).normalize('NFKC').slice(0, most);
  return withoutChatForms(bounded.replace(/\s+/g, space => (space.includes('\n') ? '\n' : ' ')));
}
