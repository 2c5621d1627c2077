/** `<@U1>`, `<@U1|anna>`, Discord's `<@!1>`, or as people type it, `@anna`. */
const PERSON = /<@!?[A-Z0-9]+(?:\|[^<>]*)?>|(?<![\p{L}\p{N}.])@\p{L}/u;
/** `<!date^1392734382^{date}|18 February>` stands for what it shows. */
const DATE = /<!date\^[^<>|]*\|([^<>]*)>/g;
/** People, groups, channels, emoji, times and commands, in the forms of Slack and of Discord. */
const NO_WORDS =
  /<(?:[@#!]|t:|id:|\/(?=[^<>]*:\d)|a?:\w+:)[^<>]*>|(?<![\p{L}\p{N}:]):[\p{L}\p{N}_+'-]+:(?::skin-tone-\d:)?|(?<![\p{L}\p{N}])@(?:everyone|here|channel)\b/gu;
/** `<https://…|text>` and `[text](https://…)` stand for their text, bare addresses for nothing. */
const LABELLED = /<(?:https?|mailto|tel):[^<>|\s]*\|([^<>]*)>|\[([^[\]]*)\]\(<?https?:[^()\s]*\)/gi;
const ADDRESS = /<?\b(?:https?:\/\/|mailto:|www\.)[^\s<>|]+>?/gi;
const ENTITIES: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&amp;': '&' };

const CODE_BLOCK = /```[\s\S]*?(?:```|$)/g;
/** A line that quotes somebody. */
const QUOTED = /^[ \t]*>.*$/gm;

/**
 * What a person wrote in Slack or Discord, as others see it: entities become their characters; people, channels, emoji
 * and bare addresses are left out, for no term is asked with them. Lines stay lines. Linear in the text's length.
 * https://docs.slack.dev/messaging/formatting-message-text, https://docs.discord.com/developers/reference#message-formatting
 */
export function withoutChatForms(text: string): string {
  return text
    .replace(LABELLED, (_, slack?: string, markdown?: string) => slack ?? markdown ?? '')
    .replace(DATE, '$1')
    .replace(NO_WORDS, ' ')
    .replace(ADDRESS, ' ')
    .replace(/&(?:lt|gt|amp);/g, entity => ENTITIES[entity] ?? entity)
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .trim();
}

/** The text without blocks of code and without lines that quote others; "" where there is nothing else. */
export function ownWords(text: string): string {
  return text.replace(CODE_BLOCK, '\n').replace(QUOTED, '\n').trim();
}

/** What stands between quotation marks. */
const QUOTATION = /(?<![\p{L}\p{N}])["“„«]([^"“”„«»]*)["”“»]/gu;
/** Words at most in a name that somebody puts between quotation marks. */
const LONGEST_NAME = 3;

/** The text without the sentences that it quotes from others; names in quotation marks stay. */
export function withoutQuotations(text: string): string {
  return text.replace(QUOTATION, (whole, said: string) =>
    said.trim().split(/\s+/).length > LONGEST_NAME ? ' … ' : whole,
  );
}

/** Whether a text names a person. */
export function namesPerson(text: string): boolean {
  return PERSON.test(text);
}
