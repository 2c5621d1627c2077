/** Nouns that say what kind of thing a name is, before or after it. */
const NOUNS = `
  API CLI account add-on agent algorithm alias annotation app application attribute bot branch bucket channel
  chart check class client cluster column command component container controller crate daemon dashboard database
  dataset decorator device directive domain driver endpoint engine environment event extension feature field
  file flag format framework function gem group header host image index indexer instance instruction interface
  invariant job key keyword language library macro manifest method metric migration mode model module object
  option package parameter pattern permission pipeline platform playbook plugin policy primitive process product
  program project property protocol provider proxy queue repo report repository resource role rotation rule
  runbook schedule schema scope script secret server service setting stage standard store suite system table tag
  team technique token tool topic trait type utility value variable vendor view workflow
`;
/** One of them, as part of an expression, and one or several. */
export const ONE = `(?:${NOUNS.trim().split(/\s+/).join('|')})`;
export const NOUN = `${ONE}(?:e?s)?`;

/** Words that end as verbs do and are none. */
export const NO_VERB = 'as|its|this|thus|us|plus|vs|less|always|sometimes|perhaps|towards|besides';

/** What may stand before a verb. */
export const ADVERB = '(?:also|currently|then|only|automatically|usually)';
