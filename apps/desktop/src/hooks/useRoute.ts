/** Which screen is shown: the part of the address after `#`, so that back, forward and reload work. */
import { useSyncExternalStore } from 'react';

export type Route =
  | { screen: 'home' }
  | { screen: 'call' }
  | { screen: 'scorecard'; sessionId: string }
  | { screen: 'history' }
  | { screen: 'models' }
  | { screen: 'rubrics' }
  | { screen: 'setup' };

export function parseRoute(hash: string): Route {
  const [noun = '', id = ''] = hash.replace(/^#\/?/, '').split('/');
  switch (noun) {
    case 'call':
    case 'history':
    case 'models':
    case 'rubrics':
    case 'setup':
      return { screen: noun };
    case 'sessions':
      return id === ''
        ? { screen: 'history' }
        : { screen: 'scorecard', sessionId: decodeURIComponent(id) };
    default:
      return { screen: 'home' };
  }
}

export function routeHref(route: Route): string {
  switch (route.screen) {
    case 'home':
      return '#/';
    case 'scorecard':
      return `#/sessions/${encodeURIComponent(route.sessionId)}`;
    default:
      return `#/${route.screen}`;
  }
}

export function goTo(route: Route): void {
  window.location.hash = routeHref(route);
}

function subscribe(changed: () => void): () => void {
  window.addEventListener('hashchange', changed);
  return () => {
    window.removeEventListener('hashchange', changed);
  };
}

export function useRoute(): Route {
  return parseRoute(useSyncExternalStore(subscribe, () => window.location.hash));
}
