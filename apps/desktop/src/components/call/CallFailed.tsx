/** No call came about: what is wrong, what to do, and the ways on. */
import { Keyboard, MessageSquareText, Mic, RotateCcw, Wrench } from 'lucide-react';
import { routeHref } from '../../hooks/useRoute';
import type { Fault, Offer } from '../../lib/faults';
import { Button } from '../ui/Button';

interface CallFailedProps {
  fault: Fault;
  onRetry: () => void;
  onTypeInstead: () => void;
  onBuiltInWords: () => void;
  onHome: () => void;
}

export function CallFailed({
  fault,
  onRetry,
  onTypeInstead,
  onBuiltInWords,
  onHome,
}: CallFailedProps) {
  const offers: Record<Offer, React.ReactNode> = {
    retry: (
      <Button key="retry" onClick={onRetry} icon={<RotateCcw aria-hidden className="size-4" />}>
        Try again
      </Button>
    ),
    type_instead: (
      <Button
        key="type"
        weight="primary"
        onClick={onTypeInstead}
        icon={<Keyboard aria-hidden className="size-4" />}
      >
        Type instead
      </Button>
    ),
    built_in_words: (
      <Button
        key="words"
        weight="primary"
        onClick={onBuiltInWords}
        icon={<MessageSquareText aria-hidden className="size-4" />}
      >
        Call with built-in words
      </Button>
    ),
    setup: (
      <a
        key="setup"
        href={routeHref({ screen: 'setup' })}
        className="inline-flex min-h-11 items-center gap-2 rounded-full border border-control-line bg-surface px-5 font-medium hover:bg-sunken"
      >
        <Mic aria-hidden className="size-4" />
        Check the microphone
      </a>
    ),
    models: (
      <a
        key="models"
        href={routeHref({ screen: 'models' })}
        className="inline-flex min-h-11 items-center gap-2 rounded-full border border-control-line bg-surface px-5 font-medium hover:bg-sunken"
      >
        <Wrench aria-hidden className="size-4" />
        See what is missing
      </a>
    ),
  };
  return (
    <main className="mx-auto grid min-h-dvh max-w-xl content-center gap-4 px-6 py-12">
      <div role="alert" className="grid gap-3">
        <h1 className="text-display">{fault.title}</h1>
        <p className="text-lead">{fault.message}</p>
        {fault.hint !== '' && <p className="text-muted">{fault.hint}</p>}
      </div>
      <div className="mt-2 flex flex-wrap gap-3">
        {fault.offers.map((offer) => offers[offer])}
        <Button weight="quiet" onClick={onHome}>
          Back to the start
        </Button>
      </div>
    </main>
  );
}
