import { isList, isObject, type JsonObject } from './json.ts';
import { LIMITS } from './limits.ts';
import { readMarkdown } from './markdown.ts';
import type { Pings } from './records.ts';
import { boolean, type Check, list, object, oneOf, string } from './schema.ts';

/** https://docs.discord.com/developers/resources/message#allowed-mentions-object */
const form = object(
  {},
  {
    parse: list(oneOf('roles', 'users', 'everyone'), 3),
    roles: list(string(20, 1), LIMITS.allowedMentions),
    users: list(string(20, 1), LIMITS.allowedMentions),
    replied_user: boolean,
  },
);

export const allowedMentions: Check = (value, at, problems) => {
  form(value, at, problems);
  if (!isObject(value)) return;
  for (const kind of ['users', 'roles']) {
    if (listOf(value, 'parse').includes(kind) && listOf(value, kind).length > 0)
      problems.add(
        at,
        'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
        `parse:["${kind}"] and ${kind}: [ids...] are mutually exclusive.`,
      );
  }
};

const listOf = (value: JsonObject, key: string): readonly unknown[] => {
  const found = value[key];
  return isList(found) ? found : [];
};

export interface Mentioning {
  /** What the message says; text displays included. */
  readonly texts: readonly string[];
  /** The field `allowed_mentions` of the request. */
  readonly allowed: unknown;
  /** What is allowed when the field is missing: in a message everything, in an interaction's answer people only. */
  readonly byDefault: readonly string[];
  /** Whether the author may mention everyone, and any role. */
  readonly mentionsEveryone: boolean;
  /** The roles that everybody may mention. */
  readonly mentionable: readonly string[];
  /** Whose message it is a reply to. */
  readonly repliedTo?: string | undefined;
}

/**
 * Who is told: mentions that the message has, `allowed_mentions` lets through, and the author may make. A reply tells
 * its author by `replied_user`; when `allowed_mentions` is missing altogether, it does.
 */
export function pingsOf(about: Mentioning): Pings {
  const allowed = isObject(about.allowed) ? about.allowed : undefined;
  const parse = allowed === undefined ? about.byDefault : listOf(allowed, 'parse');
  const found = about.texts.flatMap(text => readMarkdown(text).pings);
  const isAllowed = (kind: string, id: string): boolean =>
    parse.includes(kind) || (allowed !== undefined && listOf(allowed, kind).includes(id));
  const users = found.flatMap(ping => /^@(\d+)$/.exec(ping)?.[1] ?? []);
  const roles = found.flatMap(ping => /^@&(\d+)$/.exec(ping)?.[1] ?? []);
  const tellsReplied = allowed === undefined ? true : allowed['replied_user'] === true;
  const replied = about.repliedTo !== undefined && tellsReplied ? [about.repliedTo] : [];
  return {
    users: [...new Set([...users.filter(id => isAllowed('users', id)), ...replied])],
    roles: [...new Set(roles)].filter(
      id => isAllowed('roles', id) && (about.mentionsEveryone || about.mentionable.includes(id)),
    ),
    everyone:
      about.mentionsEveryone &&
      parse.includes('everyone') &&
      found.some(ping => /^@(everyone|here)$/.test(ping)),
  };
}
