/** What a caller can do during a call; the way out is always the biggest button. */
import { Captions as CaptionsIcon, Mic, MicOff, PhoneOff, RadioTower } from 'lucide-react';
import type { CallController } from '../../lib/callController';
import type { CallState } from '../../lib/callReducer';
import { Button } from '../ui/Button';
import { Range } from '../ui/Range';
import { ToggleButton } from '../ui/ToggleButton';

const PATIENCE = [
  'Answers at once',
  'Answers quickly',
  'As people do',
  'Waits a little',
  'Waits for me',
];

interface CallControlsProps {
  state: CallState;
  controller: Pick<CallController, 'setMuted' | 'setPushToTalk' | 'press'>;
  onPatience: (level: number) => void;
  onCaptions: (on: boolean) => void;
  onHangUp: () => void;
}

export function CallControls({
  state,
  controller,
  onPatience,
  onCaptions,
  onHangUp,
}: CallControlsProps) {
  const voice = state.mode === 'voice';
  return (
    <div className="flex flex-wrap items-center justify-center gap-x-6 gap-y-5 short:gap-y-3">
      {state.pushToTalk && (
        <button
          type="button"
          onPointerDown={() => {
            controller.press(true);
          }}
          onPointerUp={() => {
            controller.press(false);
          }}
          onPointerLeave={() => {
            if (state.pressed) controller.press(false);
          }}
          className="min-h-14 w-full max-w-sm touch-none short:min-h-12 rounded-full border-2 border-accent bg-surface px-6 font-medium text-accent active:bg-accent active:text-on-accent"
        >
          {state.pressed ? 'Listening to you …' : 'Hold to talk (or hold Space)'}
        </button>
      )}
      {voice && (
        <div className="flex basis-full flex-wrap items-center justify-center gap-2">
          <ToggleButton
            on={state.muted}
            onChange={(on) => {
              controller.setMuted(on);
            }}
            icon={
              state.muted ? (
                <MicOff aria-hidden className="size-4" />
              ) : (
                <Mic aria-hidden className="size-4" />
              )
            }
            label={state.muted ? 'Muted' : 'Mute'}
            shortcut="M"
          />
          <ToggleButton
            on={state.showCaptions}
            onChange={onCaptions}
            icon={<CaptionsIcon aria-hidden className="size-4" />}
            label="Captions"
            shortcut="C"
          />
          <ToggleButton
            on={state.pushToTalk}
            onChange={(on) => {
              controller.setPushToTalk(on);
            }}
            icon={<RadioTower aria-hidden className="size-4" />}
            label="Push to talk"
            shortcut="P"
          />
        </div>
      )}
      {voice && !state.pushToTalk && (
        <div className="flex basis-full justify-center short:basis-64">
          <div className="w-full max-w-xs">
            <Range
              label="Prospect’s patience with pauses"
              value={state.patience}
              from={-2}
              names={PATIENCE}
              onChange={onPatience}
            />
          </div>
        </div>
      )}
      <Button
        weight="danger"
        size="large"
        icon={<PhoneOff aria-hidden className="size-5" />}
        onClick={onHangUp}
        className="min-w-52 short:min-h-12"
      >
        End Call
      </Button>
    </div>
  );
}
