/**
 * The limits of a message, in one table. Where not said otherwise:
 * https://docs.discord.com/developers/components/reference and https://docs.discord.com/developers/resources/message
 */
export const LIMITS = {
  /** Create Message, JSON params: "Message contents (up to 2000 characters)". */
  content: 2000,
  embeds: 10,
  /** Embed Limits: "the combined sum of characters … must not exceed 6000". */
  embedTotal: 6000,
  embedTitle: 256,
  embedDescription: 4096,
  embedFields: 25,
  embedFieldName: 256,
  embedFieldValue: 1024,
  embedFooter: 2048,
  embedAuthor: 256,
  /** "Messages allow up to 40 total components", counting nested ones. */
  components: 40,
  /** "Legacy messages allow up to 5 action rows as top-level components". */
  legacyRows: 5,
  /**
   * All text displays together: not documented yet (github.com/discord/discord-api-docs/pull/8562); Discord says
   * "Components displayable text size exceeds maximum size of 4000".
   */
  textTotal: 4000,
  /**
   * The UTF-8 bytes of all text displays and 12 for each of them; above it Discord answers 500. Not documented;
   * measured in github.com/discord/discord-api-docs/issues/8554. 3,400 Chinese characters reach it.
   */
  textBytes: 10_170,
  textBytesEach: 12,
  customId: 100,
  rowButtons: 5,
  buttonLabel: 80,
  buttonUrl: 512,
  selectOptions: 25,
  optionLabel: 100,
  optionValue: 100,
  optionDescription: 100,
  placeholder: 150,
  sectionTexts: 3,
  altText: 1024,
  galleryItems: 10,
  stickers: 3,
  nonce: 25,
  /** Allowed Mentions: "max 100" for each list. */
  allowedMentions: 100,
  /** https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-response-object-autocomplete */
  choices: 25,
  choiceName: 100,
  choiceValue: 100,
  /** https://docs.discord.com/developers/interactions/application-commands#application-command-object */
  commandName: 32,
  commandDescription: 100,
  commandOptions: 25,
  /** "An app can have … 100 global CHAT_INPUT commands, 15 USER, 15 MESSAGE". */
  slashCommands: 100,
  menuCommands: 15,
  /** Reference, error messages: "Command exceeds maximum size (8000)". */
  commandSize: 8000,
  /** Create Followup Message: "limited to 5 followup messages … user-installed app". */
  userInstallFollowUps: 5,
  /** Sending Events: "Must not exceed 4096 bytes". */
  gatewayPayload: 4096,
  /** Gateway, rate limiting: "120 gateway events per connection every 60 seconds". */
  gatewaySends: 120,
} as const;
