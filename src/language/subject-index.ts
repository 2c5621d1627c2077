import type { Glossary, Group } from '../glossary/glossary.ts';
import type { Steps } from '../steps.ts';
import { contentWords } from './function-words.ts';
import { nameKey } from './normalise.ts';

/** What terms stand under: folders, pages, headings and tags. */
export class SubjectIndex {
  readonly #groups = new Map<string, Group>();
  /** Folded, between spaces. */
  readonly #subjects = new Set<string>();

  private constructor(groups: readonly Group[]) {
    for (const group of groups) {
      const key = nameKey(group.title);
      if (key !== '' && !this.#groups.has(key)) this.#groups.set(key, group);
    }
  }

  static *of({ terms, groups }: Glossary): Steps<SubjectIndex> {
    const index = new SubjectIndex(groups);
    for (const { subjects } of terms) {
      for (const subject of subjects) index.#subjects.add(` ${nameKey(subject)} `);
      yield;
    }
    return index;
  }

  group(text: string): Group | null {
    return this.#groups.get(nameKey(text)) ?? null;
  }

  /** Whether a folder, page, heading or tag above some term is named so, or has these words in its name. */
  isSubject(text: string): boolean {
    if (contentWords(text).length === 0) return false;
    const key = ` ${nameKey(text)} `;
    return this.group(text) !== null || [...this.#subjects].some(subject => subject.includes(key));
  }

  /** Whether some subject is this, or a kind of it: "attacks" for Web Attacks, and not "browsers" for Browser Defences. */
  isKindOfSubject(word: string): boolean {
    const key = ` ${nameKey(word)} `;
    return this.group(word) !== null || [...this.#subjects].some(subject => subject.endsWith(key));
  }
}
