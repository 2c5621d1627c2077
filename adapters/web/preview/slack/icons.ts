import { type Html, html } from '../../html.ts';

/** The app's icon, as in assets/icon.svg. */
export const APP_ICON = html`<svg class="slack-avatar" viewBox="0 0 32 32" aria-hidden="true"><rect width="32" height="32" fill="#17403a"/><path d="M9 8h14v3H9zm0 6.5h9v3H9zm0 6.5h12v3H9z" fill="#f4efe4"/></svg>`;

/** Somebody without a picture. */
export const PERSON = html`<svg class="slack-avatar is-person" viewBox="0 0 36 36" aria-hidden="true"><rect width="36" height="36"/><circle cx="18" cy="14" r="6.5"/><path d="M5 36c0-8 5.5-13 13-13s13 5 13 13z"/></svg>`;

export const EYE = icon(
  html`<path d="M2 10c1.8-3.4 4.7-5.2 8-5.2s6.2 1.8 8 5.2c-1.8 3.4-4.7 5.2-8 5.2S3.8 13.4 2 10z"/><circle cx="10" cy="10" r="2.6"/>`,
);
export const CHEVRON = icon(html`<path d="m5.5 8 4.5 4.5L14.5 8"/>`);
export const PLUS = icon(html`<path d="M10 4v12M4 10h12"/>`);
export const SMILE = icon(
  html`<circle cx="10" cy="10" r="7.2"/><path d="M7 8v.6M13 8v.6M6.6 11.8c1.6 2.4 5.2 2.4 6.8 0"/>`,
);
export const AT = icon(
  html`<circle cx="10" cy="10" r="2.8"/><path d="M12.8 7.2v3.6c0 2.6 4.2 2.4 4.2-.8A7 7 0 1 0 14 15.7"/>`,
);
export const SEND = icon(html`<path d="M3.5 3.5 17 10 3.5 16.5 5.2 10zM5.2 10H11"/>`, 'is-send');

function icon(shapes: Html, className = ''): Html {
  return html`<svg class="slack-icon ${className}" viewBox="0 0 20 20" aria-hidden="true">${shapes}</svg>`;
}
