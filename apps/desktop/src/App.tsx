/** Which screen is on. */
import { useEffect } from 'react';
import { CallScreen } from './components/call/CallScreen';
import { ShortcutSheet } from './components/frame/ShortcutSheet';
import { HistoryScreen } from './components/history/HistoryScreen';
import { HomeScreen } from './components/home/HomeScreen';
import { ModelsScreen } from './components/models/ModelsScreen';
import { RubricsScreen } from './components/rubrics/RubricsScreen';
import { ScorecardScreen } from './components/scorecard/ScorecardScreen';
import { SetupScreen } from './components/setup/SetupScreen';
import { useRoute, type Route } from './hooks/useRoute';
import { assertNever } from './lib/assertNever';

const TITLES: Record<Route['screen'], string> = {
  home: 'Ringside',
  call: 'Call – Ringside',
  scorecard: 'Scorecard – Ringside',
  history: 'History – Ringside',
  models: 'Models – Ringside',
  rubrics: 'Rubrics – Ringside',
  setup: 'Setup – Ringside',
};

export function App() {
  const route = useRoute();
  useEffect(() => {
    document.title = TITLES[route.screen];
  }, [route.screen]);
  return (
    <>
      <Screen route={route} />
      <ShortcutSheet />
    </>
  );
}

function Screen({ route }: { route: Route }) {
  switch (route.screen) {
    case 'home':
      return <HomeScreen />;
    case 'call':
      return <CallScreen />;
    case 'scorecard':
      return <ScorecardScreen key={route.sessionId} sessionId={route.sessionId} />;
    case 'history':
      return <HistoryScreen />;
    case 'models':
      return <ModelsScreen />;
    case 'rubrics':
      return <RubricsScreen />;
    case 'setup':
      return <SetupScreen />;
    default:
      return assertNever(route);
  }
}
