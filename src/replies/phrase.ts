import type { Answer } from '../answers/answer.ts';
import { phraseCompare } from './phrase-compare.ts';
import { phraseDefine } from './phrase-define.ts';
import { phraseFacet } from './phrase-facet.ts';
import { phraseGlosses } from './phrase-glosses.ts';
import { phraseHelp } from './phrase-help.ts';
import { phraseList } from './phrase-list.ts';
import { phraseRelation } from './phrase-relation.ts';
import { phraseSuggest, phraseUnknown } from './phrase-unsure.ts';
import type { Phrased } from './reply.ts';

/** Puts an answer into words. Every word that users read comes from here or from the wiki. */
export function phrase(answer: Answer): Phrased {
  switch (answer.kind) {
    case 'define':
      return phraseDefine(answer);
    case 'facet':
      return phraseFacet(answer);
    case 'compare':
      return phraseCompare(answer);
    case 'relation':
      return phraseRelation(answer);
    case 'list':
      return phraseList(answer);
    case 'suggest':
      return phraseSuggest(answer);
    case 'unknown':
      return phraseUnknown(answer);
    case 'glosses':
      return phraseGlosses(answer);
    case 'help':
      return phraseHelp(answer);
  }
}
