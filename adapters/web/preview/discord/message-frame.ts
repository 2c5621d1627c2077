import { type Html, html } from '../../html.ts';
import { appAvatar, eyeIcon, personAvatar } from './icons.ts';

/** A message of the bot. @param isPrivate whether only the one who asked sees it. */
export function botMessage(content: Html, isPrivate: boolean): Html {
  return html`<article class="dc-message${isPrivate ? ' is-private' : ''}">
${appAvatar}
<div class="dc-body">
<div class="dc-author"><span class="dc-name">secterm</span> <span class="dc-badge">APP</span></div>
<div class="dc-components">${content}</div>
${isPrivate ? PRIVATE : ''}
</div>
</article>`;
}

const PRIVATE = html`<div class="dc-private">${eyeIcon}<span>Only you can see this <span aria-hidden="true">•</span> <span class="dc-dismiss">Dismiss message</span></span></div>`;

/** A message of whoever looks at the preview. */
export function ownMessage(content: Html): Html {
  return html`<article class="dc-message">
${personAvatar}
<div class="dc-body">
<div class="dc-author"><span class="dc-name">You</span></div>
<div class="dc-markdown">${content}</div>
</div>
</article>`;
}

/** The line above an answer to a command; what was typed into it, Discord does not show. */
export function usedCommand(name: string): Html {
  return html`<div class="dc-used"><span class="dc-spine"></span>${personAvatar}<span><span class="dc-name">You</span> used <span class="dc-command">/${name}</span></span></div>`;
}
