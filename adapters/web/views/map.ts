import { type Html, html } from '../html.ts';
import type { Content } from '../layout.ts';

/** How everything hangs together. */
export function mapView(picture: Html): Content {
  return {
    title: 'Map',
    description: 'How the terms of the wiki hang together.',
    address: '/map',
    styles: ['map.css'],
    scripts: ['map.js'],
    main: html`<h1>Map</h1>
<p class="lead">Lines join what the wiki compares, combines or names together. Choose a name to open it.</p>
${picture}`,
  };
}
