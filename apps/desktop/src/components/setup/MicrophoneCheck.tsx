/** Speak and see it, then hear yourself as a prospect would. */
import { Circle, Mic, Play, Square } from 'lucide-react';
import { microphoneTrouble } from '../../lib/faults';
import { LevelLine } from '../call/LevelLine';
import { MicrophoneNotice } from '../call/MicrophoneNotice';
import { Button } from '../ui/Button';
import { Notice } from '../ui/Notice';
import type { SetupViewProps } from './SetupView';

type MicrophoneCheckProps = Pick<
  SetupViewProps,
  'state' | 'level' | 'onStart' | 'onStop' | 'onRecord' | 'onPlay'
>;

export function MicrophoneCheck(props: MicrophoneCheckProps) {
  const { state, level, onStart, onStop } = props;
  const { stage, fault } = state;
  const off = stage === 'off' || stage === 'opening';
  return (
    <section aria-labelledby="microphone" className="grid gap-4">
      <h2 id="microphone" className="text-title">
        Microphone
      </h2>
      {fault !== null && (
        <Notice tone="danger" title={microphoneTrouble(fault).title}>
          {microphoneTrouble(fault).hint}
        </Notice>
      )}
      {off ? (
        <div>
          <Button
            weight="primary"
            onClick={onStart}
            disabled={stage === 'opening'}
            icon={<Mic aria-hidden className="size-4" />}
          >
            {stage === 'opening' ? 'Opening …' : 'Test the microphone'}
          </Button>
        </div>
      ) : (
        <>
          <LevelLine side="trainee" label="You" read={level} active={false} />
          <p className="text-note text-muted">
            Say a sentence as you would on the phone: the line should move well, and lie still when
            you are silent.
          </p>
          <MicrophoneNotice state={state.microphone} />
          <Recorder {...props} />
          <div>
            <Button size="small" onClick={onStop}>
              Stop the test
            </Button>
          </div>
        </>
      )}
    </section>
  );
}

function Recorder({ state, onRecord, onPlay }: MicrophoneCheckProps) {
  const { stage, recorded } = state;
  const busy = stage !== 'on';
  return (
    <div className="flex flex-wrap gap-2">
      <Button
        onClick={onRecord}
        disabled={busy}
        icon={
          stage === 'recording' ? (
            <Square aria-hidden className="size-4" />
          ) : (
            <Circle aria-hidden className="size-4" />
          )
        }
      >
        {stage === 'recording' ? 'Recording, speak now …' : 'Record four seconds'}
      </Button>
      {recorded && (
        <Button onClick={onPlay} disabled={busy} icon={<Play aria-hidden className="size-4" />}>
          {stage === 'playing' ? 'Playing …' : 'Hear it'}
        </Button>
      )}
    </div>
  );
}
