/** One big button, and the few choices that shape the call. */
import { useCall } from '../../hooks/useCall';
import { usePreferences } from '../../hooks/usePreferences';
import { goTo } from '../../hooks/useRoute';
import { useReadiness, useWordings } from '../../hooks/useSessions';
import { useShortcuts } from '../../hooks/useShortcuts';
import type { CallMode } from '../../lib/callReducer';
import { HomeView } from './HomeView';

export function HomeScreen() {
  const { controller } = useCall();
  const { wishes, change } = usePreferences();
  const readiness = useReadiness();
  const wordings = useWordings();
  const start = (mode: CallMode) => {
    void controller.start(mode, wishes);
    goTo({ screen: 'call' });
  };
  useShortcuts({
    down: {
      s: () => {
        start('voice');
      },
    },
  });
  return (
    <HomeView
      wishes={wishes}
      readiness={readiness.data ?? null}
      wording={wordings.data?.find(({ name }) => name === wishes.wording) ?? null}
      unreachable={readiness.isError}
      onChange={change}
      onStart={start}
    />
  );
}
