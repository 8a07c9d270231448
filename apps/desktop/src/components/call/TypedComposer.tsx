/** Where a typed call is spoken: one line, Enter sends it, an empty one is silence. */
import { SendHorizontal } from 'lucide-react';
import { useState, type SyntheticEvent } from 'react';
import { Button } from '../ui/Button';

interface TypedComposerProps {
  waiting: boolean;
  onSay: (text: string) => void;
}

export function TypedComposer({ waiting, onSay }: TypedComposerProps) {
  const [text, setText] = useState('');
  const send = (event: SyntheticEvent) => {
    event.preventDefault();
    if (waiting) return;
    onSay(text.trim());
    setText('');
  };
  return (
    <form onSubmit={send} className="flex items-end gap-2">
      <label className="grid flex-1 gap-1 text-left text-note">
        <span className="font-medium">Your line</span>
        <input
          value={text}
          onChange={(event) => {
            setText(event.target.value);
          }}
          maxLength={4000}
          autoComplete="off"
          placeholder="Say something; send nothing to stay silent"
          className="min-h-11 w-full rounded-2xl border border-control-line bg-surface px-4 text-body placeholder:text-muted"
        />
      </label>
      <Button
        type="submit"
        weight="primary"
        disabled={waiting}
        icon={<SendHorizontal aria-hidden className="size-4" />}
      >
        {waiting ? 'Waiting …' : 'Say it'}
      </Button>
    </form>
  );
}
