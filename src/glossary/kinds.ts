/** Nouns that say what kind of thing a name is, before or after it. */
const NOUNS = `
  API CLI account add-on agent algorithm app application attribute bot branch bucket channel chart check class
  client cluster column command component container controller crate daemon dashboard database device domain
  driver endpoint engine environment event extension feature field file flag format framework function gem group
  header host image index indexer instance interface invariant job key language library method metric migration
  mode model module object option package parameter permission pipeline platform playbook plugin policy process
  product program project protocol provider proxy queue repo report repository role rotation rule runbook
  schedule schema scope script secret server service setting stage standard store suite system table tag team
  technique token tool topic trait type utility value variable vendor view workflow
`;
/** Any of them, as part of an expression. */
export const NOUN = `(?:${NOUNS.trim().split(/\s+/).join('|')})(?:e?s)?`;
