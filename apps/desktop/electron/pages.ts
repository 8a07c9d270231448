/** The two pages that the shell shows itself: while the backend starts, and when there is none. */
import { createHash } from 'node:crypto';
import type { BackendFailure } from './backendProcess';

const STYLE = `
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif;
  background: light-dark(#f6f3ec, #131210); color: light-dark(#1d1b17, #f3efe6); }
body { margin: 0 auto; padding: 15vh 1.5rem 2rem; max-width: 40rem; }
h1 { font-size: 1.75rem; line-height: 1.2; }
p { color: light-dark(#615b50, #aba497); }
pre { max-height: 40vh; overflow: auto; padding: 1rem; border-radius: 1rem; white-space: pre-wrap;
  overflow-wrap: anywhere; background: light-dark(#ece7db, #0d0c0b); font-size: 0.8125rem; }
button { min-height: 2.75rem; padding: 0 1.5rem; border: 0; border-radius: 1.5rem; font: inherit; font-weight: 600;
  background: light-dark(#17644a, #63c497); color: light-dark(#ffffff, #0a1b13); }
:focus-visible { outline: 3px solid currentColor; outline-offset: 2px; }`;

const RETRY = `const button = document.querySelector('button');
button.addEventListener('click', () => { button.disabled = true; window.ringside.retry(); });`;

export const LOADING_PAGE = page(
  'Starting Ringside',
  '<main role="status"><h1>Starting Ringside …</h1><p>A few seconds.</p></main>',
);

/** What happened, what to do, the end of what the backend printed, and a button that tries again. */
export function errorPage({ message, stderr }: BackendFailure): string {
  const printed =
    stderr === ''
      ? '<p>It printed nothing.</p>'
      : `<p>The last it printed:</p><pre tabindex="0">${escape(stderr)}</pre>`;
  return page(
    'Ringside cannot start',
    `<main><div role="alert"><h1>Ringside’s backend is not running.</h1><p>${escape(message)}</p></div>
    <p>Try again. If it stays so, close Ringside and run <code>python3 ringside.py doctor</code>: it finds out what is
    missing. Calls held so far are kept.</p>
    <p><button type="button" autofocus>Try again</button></p>${printed}</main>`,
    RETRY,
  );
}

function page(title: string, body: string, script = ''): string {
  const policy = `default-src 'none'; style-src ${hash(STYLE)}; script-src ${hash(script)}`;
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="${policy}">
    <title>${title}</title><style>${STYLE}</style></head><body>${body}<script>${script}</script></body></html>`;
  return `data:text/html;charset=utf-8,${encodeURIComponent(html)}`;
}

function hash(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
