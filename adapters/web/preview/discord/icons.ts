import { html } from '../../html.ts';

/** The picture of the app, as in assets/icon.svg. */
export const appAvatar = html`<svg class="dc-avatar" viewBox="0 0 40 40" aria-hidden="true"><circle cx="20" cy="20" r="20" fill="#17403a"/><path d="M13 12h14v3H13zm0 6.5h9v3h-9zm0 6.5h12v3H13z" fill="#f4efe4"/></svg>`;

/** Of a person who has chosen none. */
export const personAvatar = html`<svg class="dc-avatar" viewBox="0 0 40 40" aria-hidden="true"><circle cx="20" cy="20" r="20" fill="#64748b"/><circle cx="20" cy="16" r="6" fill="#fff"/><path d="M8.5 32a12 9 0 0 1 23 0 18 18 0 0 1-23 0z" fill="#fff"/></svg>`;

export const eyeIcon = html`<svg class="dc-icon" viewBox="0 0 24 24" aria-hidden="true"><path d="M12 5C6.7 5 2.9 8.7 1.3 11.2a1.5 1.5 0 0 0 0 1.6C2.9 15.3 6.7 19 12 19s9.1-3.7 10.7-6.2a1.5 1.5 0 0 0 0-1.6C21.1 8.7 17.3 5 12 5Zm0 11.500a4.5 4.5 0 1 1 0-9 4.5 4.5 0 0 1 0 9Zm0-2a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5Z" fill="currentColor"/></svg>`;

/** Of a link that leaves Discord. */
export const linkIcon = html`<svg class="dc-icon" viewBox="0 0 24 24" aria-hidden="true"><path d="M14 3h7v7h-2V6.400l-8.3 8.3-1.4-1.400L17.6 5H14V3ZM5 5h6v2H6v11h11v-5h2v7H4V5h1Z" fill="currentColor"/></svg>`;

export const chevronIcon = html`<svg class="dc-icon dc-chevron" viewBox="0 0 24 24" aria-hidden="true"><path d="m5.3 9.7 1.4-1.400L12 13.600l5.3-5.3 1.4 1.400L12 16.4 5.3 9.700Z" fill="currentColor"/></svg>`;
