/** Does the microphone hear the prospect? Rings once and tells; the trainee has the last word. */
import { Headphones, PhoneCall } from 'lucide-react';
import type { MicTestState } from '../../hooks/useMicTest';
import { routeOf, type AudioChoice, type EchoRoute } from '../../lib/audio/audioChoice';
import { roomOf, type Room } from '../../lib/audio/level';
import { Button } from '../ui/Button';
import { ToggleButton } from '../ui/ToggleButton';

interface HeadsetCheckProps {
  state: MicTestState;
  choice: AudioChoice;
  onEcho: () => void;
  onHeadset: (on: boolean) => void;
}

const ROUTES: Record<EchoRoute, { title: string; note: string }> = {
  headset: {
    title: 'The microphone does not hear the speaker',
    note: 'As with a headset. If you did not hear the ringing yourself, turn the volume up and try again.',
  },
  speaker: {
    title: 'The microphone hears the speaker',
    note: 'Calls work, but an interruption is noticed a little later. A headset is better.',
  },
  unknown: {
    title: 'Not known yet',
    note: 'Ring once with the volume at which you mean to call.',
  },
};

const ROOMS: Record<Room, string> = {
  quiet: 'The room is quiet.',
  noisy: 'The room is a bit noisy; you will be understood.',
  loud: 'The room is loud: words may get lost. Close a door, or use a headset or push-to-talk.',
};

export function HeadsetCheck({ state, choice, onEcho, onHeadset }: HeadsetCheckProps) {
  const { stage, pair, echo } = state;
  const on = pair !== null && stage !== 'off';
  const worn = on && choice.headsets.includes(pair);
  const verdict = ROUTES[on && !worn ? routeOf(choice, pair) : 'unknown'];
  return (
    <section aria-labelledby="headset" className="grid gap-4">
      <h2 id="headset" className="text-title">
        Headset
      </h2>
      <div role="status" className="grid gap-1">
        <p className="font-medium">
          {worn ? 'You wear a headset' : stage === 'ringing' ? 'Ringing …' : verdict.title}
        </p>
        <p className="text-note text-muted">
          {worn ? 'You said so; that is what calls go by.' : verdict.note}
        </p>
        {echo !== null && (
          <p className="numerals text-note text-muted">
            {echo.couplingDb !== null &&
              `The ringing comes back ${Math.round(-echo.couplingDb)} dB weaker than it was played. `}
            {echo.noiseDb !== null && ROOMS[roomOf(echo.noiseDb)]}
          </p>
        )}
      </div>
      <div className="flex flex-wrap gap-2">
        <Button
          onClick={onEcho}
          disabled={stage !== 'on'}
          icon={<PhoneCall aria-hidden className="size-4" />}
        >
          {stage === 'ringing' ? 'Ringing …' : 'Ring once'}
        </Button>
        <ToggleButton
          on={worn}
          onChange={onHeadset}
          disabled={!on}
          icon={<Headphones aria-hidden className="size-4" />}
          label="I wear a headset"
        />
      </div>
      {!on && <p className="text-note text-muted">Start the microphone test above first.</p>}
    </section>
  );
}
