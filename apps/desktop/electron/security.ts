/** What pages may do: talk to the backend, hear the microphone, choose a speaker; nothing else, and nobody else. */
import type { App, Session, WebContents } from 'electron';

/** Tells whether an address belongs to the backend that runs now. */
export type IsOurs = (url: string) => boolean;

/** Same host and port as the backend, over HTTP or as a WebSocket. */
export function belongsTo(backendUrl: string | null, url: string): boolean {
  if (backendUrl === null || !URL.canParse(url)) return false;
  const { protocol, host } = new URL(url);
  return ['http:', 'ws:'].includes(protocol) && host === new URL(backendUrl).host;
}

/** Only microphone and speaker, only for the app's own page; every request to any other host is cancelled. */
export function guardSession(session: Session, isOurs: IsOurs): void {
  session.setPermissionRequestHandler((_contents, permission, answer, details) => {
    if (permission === 'speaker-selection') {
      answer(details.isMainFrame && isOurs(details.requestingUrl));
      return;
    }
    const types = 'mediaTypes' in details ? (details.mediaTypes ?? []) : [];
    const onlyAudio = types.length > 0 && types.every((type) => type === 'audio');
    answer(
      permission === 'media' && onlyAudio && details.isMainFrame && isOurs(details.requestingUrl),
    );
  });
  session.setPermissionCheckHandler(
    (_contents, permission, origin, details) =>
      (permission === 'speaker-selection' ||
        (permission === 'media' && details.mediaType === 'audio')) &&
      isOurs(origin),
  );
  session.setDevicePermissionHandler(() => false);
  session.webRequest.onBeforeRequest(({ url }, answer) => {
    answer({ cancel: leavesTheApp(url) && !isOurs(url) });
  });
  session.setSpellCheckerEnabled(false);
}

/** Pages stay on the backend's address, open no windows and embed no other pages; holds for every page ever made. */
export function guardPages(app: App, isOurs: IsOurs): void {
  app.on('web-contents-created', (_event, contents) => {
    guardPage(contents, isOurs);
  });
}

function guardPage(contents: WebContents, isOurs: IsOurs): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-attach-webview', (event) => {
    event.preventDefault();
  });
  contents.on('will-frame-navigate', (event) => {
    if (!isOurs(event.url)) event.preventDefault();
  });
  contents.on('will-redirect', (event) => {
    if (!isOurs(event.url)) event.preventDefault();
  });
}

function leavesTheApp(url: string): boolean {
  return !['data:', 'blob:', 'devtools:'].includes(URL.canParse(url) ? new URL(url).protocol : '');
}
