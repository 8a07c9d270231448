/** The call screen: connects the running call to its views and its keys. */
import { useEffect } from 'react';
import { useCall } from '../../hooks/useCall';
import { usePreferences } from '../../hooks/usePreferences';
import { goTo, parseRoute } from '../../hooks/useRoute';
import { useShortcuts } from '../../hooks/useShortcuts';
import { CallFailed } from './CallFailed';
import { CallOver } from './CallOver';
import { CallView } from './CallView';

/** Long enough to read who hung up, short enough not to be waited for. */
const SCORECARD_AFTER_MS = 2_500;

export function CallScreen() {
  const { state, controller, dispatch } = useCall();
  const { wishes, change } = usePreferences();
  const { stage, ended, session } = state;

  const leaveFor = (sessionId: string | null) => {
    goTo(sessionId === null ? { screen: 'home' } : { screen: 'scorecard', sessionId });
    dispatch({ type: 'reset' });
  };
  const hangUp = () => {
    leaveFor(controller.hangUp());
  };
  const showScorecard = () => {
    controller.close();
    leaveFor(session?.session_id ?? null);
  };
  const home = () => {
    controller.close();
    leaveFor(null);
  };

  useEffect(() => {
    // Opened by address or reloaded: there is no call to show.
    const here = parseRoute(window.location.hash).screen === 'call';
    if (stage === 'idle' && here) goTo({ screen: 'home' });
  }, [stage]);

  const endedByOthers = stage === 'ended' && ended?.by !== 'trainee';
  useEffect(() => {
    if (!endedByOthers) return;
    const timer = setTimeout(showScorecard, SCORECARD_AFTER_MS);
    return () => {
      clearTimeout(timer);
    };
    // The screen leaves once per call, whatever is drawn meanwhile.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [endedByOthers]);

  const voice =
    state.mode === 'voice' && stage !== 'ended' && stage !== 'failed' && stage !== 'idle';
  useShortcuts({
    down: voice
      ? {
          m: () => {
            controller.setMuted(!state.muted);
          },
          c: () => {
            dispatch({ type: 'captions', on: !state.showCaptions });
          },
          p: () => {
            controller.setPushToTalk(!state.pushToTalk);
          },
          ...(state.pushToTalk
            ? {
                ' ': () => {
                  controller.press(true);
                },
              }
            : {}),
        }
      : {},
    up:
      voice && state.pushToTalk
        ? {
            ' ': () => {
              controller.press(false);
            },
          }
        : {},
  });

  if (stage === 'failed' && state.fault !== null) {
    return (
      <CallFailed
        fault={state.fault}
        onRetry={() => void controller.again(state.mode, wishes)}
        onTypeInstead={() => void controller.again('typed', wishes)}
        onBuiltInWords={() => {
          change({ wording: 'bank' });
          void controller.again(state.mode, { ...wishes, wording: 'bank' });
        }}
        onHome={home}
      />
    );
  }
  if (stage === 'ended') return <CallOver state={state} onScorecard={showScorecard} />;
  return (
    <CallView
      state={state}
      controller={controller}
      onPatience={(patience) => {
        controller.setPatience(patience);
        change({ patience });
      }}
      onCaptions={(on) => {
        dispatch({ type: 'captions', on });
      }}
      onNoticeClosed={() => {
        dispatch({ type: 'notice_closed' });
      }}
      onHangUp={hangUp}
    />
  );
}
