import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkMessage, type JsonObject, LIMITS } from './index.ts';
import { isObject, objectOf, readJson } from './json.ts';

test('whatever is given, it is judged without an error of our own', () => {
  const anything = fc.object({
    key: fc.constantFrom('type', 'components', 'content', 'flags', 'accessory', 'options', 'embeds'),
  });
  fc.assert(
    fc.property(anything, body => void checkMessage(isObject(body) ? body : {})),
    { numRuns: 300 },
  );
});

const SPEC = '../shared/specs/discord-openapi.json';

test.skipIf(!existsSync(SPEC))('the limits are those of the OpenAPI description', () => {
  const spec = readJson(readFileSync(SPEC, 'utf8'));
  const schemas = objectOf(objectOf(isObject(spec) ? spec : {}, 'components'), 'schemas');
  const field = (schema: string, name: string): JsonObject =>
    objectOf(objectOf(objectOf(schemas, schema), 'properties'), name);
  const request = (part: string): string => `${part}ComponentForMessageRequest`;
  expect(field('IncomingWebhookInteractionRequest', 'content')).toMatchObject({ maxLength: LIMITS.content });
  expect(field('MessageCreateRequest', 'components')).toMatchObject({ maxItems: LIMITS.components });
  expect(field(request('Button'), 'label')).toMatchObject({ maxLength: LIMITS.buttonLabel });
  expect(field(request('Button'), 'url')).toMatchObject({ maxLength: LIMITS.buttonUrl });
  expect(field(request('Button'), 'custom_id')).toMatchObject({ minLength: 1, maxLength: LIMITS.customId });
  expect(field(request('StringSelect'), 'options')).toMatchObject({
    minItems: 1,
    maxItems: LIMITS.selectOptions,
  });
  expect(field(request('StringSelect'), 'placeholder')).toMatchObject({ maxLength: LIMITS.placeholder });
  expect(field('StringSelectOptionForRequest', 'label')).toMatchObject({ maxLength: LIMITS.optionLabel });
  expect(field('StringSelectOptionForRequest', 'value')).toMatchObject({ maxLength: LIMITS.optionValue });
  expect(field('StringSelectOptionForRequest', 'description')).toMatchObject({
    maxLength: LIMITS.optionDescription,
  });
  expect(field(request('Section'), 'components')).toMatchObject({
    minItems: 1,
    maxItems: LIMITS.sectionTexts,
  });
  expect(field(request('TextDisplay'), 'content')).toMatchObject({
    minLength: 1,
    maxLength: LIMITS.textTotal,
  });
  expect(field(request('ActionRow'), 'components')).toMatchObject({
    minItems: 1,
    maxItems: LIMITS.rowButtons,
  });
  expect(field('RichEmbed', 'description')).toMatchObject({ maxLength: LIMITS.embedDescription });
  expect(field('ApplicationCommandStringOption', 'description')).toMatchObject({
    maxLength: LIMITS.commandDescription,
  });
});
