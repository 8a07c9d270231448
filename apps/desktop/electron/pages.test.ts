/** The shell's own pages: what the backend printed stays text, and only the page's own script runs. */
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { BackendFailure } from './backendProcess';
import { errorPage, LOADING_PAGE } from './pages';

function htmlOf(page: string): string {
  const [head, body = ''] = page.split(/,(.*)/s);
  expect(head).toBe('data:text/html;charset=utf-8');
  return decodeURIComponent(body);
}

function hashOf(text: string | undefined): string {
  return createHash('sha256')
    .update(text ?? 'nothing')
    .digest('base64');
}

test('the error page says what happened, what was printed and what to do', () => {
  const html = htmlOf(errorPage(new BackendFailure('The backend ended.', 'no module named app')));
  expect(html).toContain('The backend ended.');
  expect(html).toContain('no module named app');
  expect(html).toContain('Try again');
  expect(html).toContain('ringside.py doctor');
});

test('what was printed is never markup', () => {
  const nasty = `</pre><script>alert("1")</script><img src=x onerror='x'>&`;
  const html = htmlOf(errorPage(new BackendFailure(nasty, nasty)));
  expect(html.match(/<script/g)).toHaveLength(1);
  expect(html).not.toContain('<img');
});

test.each([
  ['loading', LOADING_PAGE],
  ['error', errorPage(new BackendFailure('m', 's'))],
])('the policy of the %s page names exactly what it holds', (_name, page) => {
  const html = htmlOf(page);
  expect(html).toContain("default-src 'none'");
  expect(html).toContain(
    `script-src 'sha256-${hashOf(/<script>(.*?)<\/script>/s.exec(html)?.[1])}'`,
  );
  expect(html).toContain(`style-src 'sha256-${hashOf(/<style>(.*?)<\/style>/s.exec(html)?.[1])}'`);
});
