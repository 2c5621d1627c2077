import { type Html, html } from '../../html.ts';
import { APP_ICON, EYE, PERSON } from './icons.ts';

interface Drawn {
  readonly by: 'app' | 'person';
  readonly isPrivate: boolean;
  readonly content: Html;
}

/** A message with its sender. It tells no time, as it was never posted. */
export function withSender({ by, isPrivate, content }: Drawn): Html {
  return html`<div class="slack-message${isPrivate ? ' is-private' : ''}">
${isPrivate ? html`<p class="slack-private">${EYE}Only visible to you</p>` : ''}
${SENDERS[by].avatar}
<div class="slack-content">
<p class="slack-sender">${SENDERS[by].name}</p>
<div class="slack-blocks">${content}</div>
</div>
</div>`;
}

const SENDERS = {
  app: {
    avatar: APP_ICON,
    name: html`<strong>secterm</strong> <span class="slack-badge">APP</span>`,
  },
  person: { avatar: PERSON, name: html`<strong>You</strong>` },
} as const satisfies Record<Drawn['by'], { avatar: Html; name: Html }>;
