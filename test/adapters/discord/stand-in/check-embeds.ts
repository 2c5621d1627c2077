import { isList, isObject, type JsonObject, objectOf, objectsOf, textOf } from './json.ts';
import { LIMITS } from './limits.ts';
import { boolean, type Check, list, number, object, string, url } from './schema.ts';

/** Embeds, as https://docs.discord.com/developers/resources/message#embed-object-embed-limits limits them. */
const web = url(['http', 'https']);
const picture = object({ url: url(['http', 'https', 'attachment']) });

const embed = object(
  {},
  {
    title: string(LIMITS.embedTitle),
    description: string(LIMITS.embedDescription),
    url: web,
    color: number(0, 0xffffff),
    footer: object({ text: string(LIMITS.embedFooter, 1) }, { icon_url: web }),
    author: object({ name: string(LIMITS.embedAuthor, 1) }, { url: web, icon_url: web }),
    image: picture,
    thumbnail: picture,
    fields: list(
      object(
        { name: string(LIMITS.embedFieldName, 1), value: string(LIMITS.embedFieldValue, 1) },
        { inline: boolean },
      ),
      LIMITS.embedFields,
    ),
  },
);

export const embeds: Check = (value, at, problems) => {
  list(embed, LIMITS.embeds)(value, at, problems);
  if (!isList(value)) return;
  const total = value.filter(isObject).flatMap(embedTexts).join('').length;
  if (total > LIMITS.embedTotal)
    problems.add(at, 'MAX_EMBED_SIZE_EXCEEDED', `Embed size exceeds maximum size of ${LIMITS.embedTotal}`);
};

/** Every text an embed shows, in the order in which Discord shows it. */
export const embedTexts = (embed: JsonObject): readonly string[] =>
  [
    textOf(objectOf(embed, 'author'), 'name'),
    textOf(embed, 'title'),
    textOf(embed, 'description'),
    ...objectsOf(embed['fields']).flatMap(field => [textOf(field, 'name'), textOf(field, 'value')]),
    textOf(objectOf(embed, 'footer'), 'text'),
  ].filter(text => text !== '');
