/** The one call of the app: its state, and the controller that acts on it. */
import {
  createContext,
  use,
  useEffect,
  useMemo,
  useReducer,
  useState,
  type ReactNode,
} from 'react';
import { api } from '../lib/api';
import { CallController, type CallSurroundings } from '../lib/callController';
import {
  callReducer,
  isInCall,
  NO_CALL,
  type CallAction,
  type CallState,
} from '../lib/callReducer';
import { backendAddress } from '../lib/connection';
import { openVoiceLine } from '../lib/voiceLine';

export interface Call {
  state: CallState;
  controller: CallController;
  dispatch: (action: CallAction) => void;
}

const CallContext = createContext<Call | null>(null);

const REAL: CallSurroundings = {
  api,
  address: backendAddress,
  openVoiceLine,
  nowMs: () => performance.now(),
  sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
};

interface CallProviderProps {
  children: ReactNode;
  surroundings?: CallSurroundings;
}

export function CallProvider({ children, surroundings = REAL }: CallProviderProps) {
  const [state, dispatch] = useReducer(callReducer, NO_CALL);
  const [controller] = useState(() => new CallController(surroundings, dispatch));
  useLeaveWarning(isInCall(state));
  const call = useMemo(() => ({ state, controller, dispatch }), [state, controller]);
  return <CallContext value={call}>{children}</CallContext>;
}

export function useCall(): Call {
  const call = use(CallContext);
  if (call === null) throw new Error('useCall needs a CallProvider around it');
  return call;
}

/** Closing the window in a call asks first: the other side would be left on the line. */
function useLeaveWarning(active: boolean): void {
  useEffect(() => {
    if (!active) return;
    const warn = (event: BeforeUnloadEvent) => {
      event.preventDefault();
    };
    window.addEventListener('beforeunload', warn);
    return () => {
      window.removeEventListener('beforeunload', warn);
    };
  }, [active]);
}
