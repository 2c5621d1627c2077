/**
 * What a person typed, from the content of a Discord message. People, roles, channels, emoji, times and bare addresses
 * are left out, for no term is asked with them. https://docs.discord.com/developers/reference#message-formatting
 */
export function readMessage(content: string, botUser: string): string {
  return content
    .replaceAll(`<@${botUser}>`, ' ')
    .replace(/<(?:@[!&]?|#|t:|id:|\/|a?:\w+:)[^<>]*>/g, ' ')
    .replace(/<?https?:\/\/[^\s<>]+>?/g, ' ')
    .replace(/@(?:everyone|here)\b/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
