/** One of Discord's limits, and where it is stated. */
interface Limit {
  readonly most: number;
  readonly source: string;
}

const COMPONENTS = 'https://docs.discord.com/developers/components/reference';
const MESSAGE = 'https://docs.discord.com/developers/resources/message';

/** Every number of Discord's that this adapter keeps. Lengths are in UTF-16 code units, Discord's own count or more. */
export const LIMITS = {
  content: { most: 2000, source: MESSAGE },
  components: { most: 40, source: COMPONENTS },
  text: {
    most: 4000,
    source: 'https://github.com/discord/discord-api-docs/pull/8562: over all text displays of a message.',
  },
  textBytes: {
    most: 10_170,
    source:
      'https://github.com/discord/discord-api-docs/issues/8554: in UTF-8; above it Discord answers 500.',
  },
  customId: { most: 100, source: COMPONENTS },
  rowButtons: { most: 5, source: COMPONENTS },
  buttonLabel: { most: 80, source: COMPONENTS },
  selectOptions: { most: 25, source: COMPONENTS },
  optionLabel: { most: 100, source: COMPONENTS },
  optionValue: { most: 100, source: COMPONENTS },
  choices: {
    most: 25,
    source: 'https://docs.discord.com/developers/interactions/application-commands#autocomplete',
  },
  choiceText: {
    most: 100,
    source: 'https://docs.discord.com/developers/interactions/application-commands#autocomplete',
  },
  placeholder: { most: 150, source: COMPONENTS },
} as const satisfies Readonly<Record<string, Limit>>;
