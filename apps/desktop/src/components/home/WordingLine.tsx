/** Who words the prospect in the next call, and loudly so when that one cannot. */
import { routeHref } from '../../hooks/useRoute';
import { wordingWords } from '../../lib/words';
import type { Wording, WordingStanding } from '../../types/session';
import { Button } from '../ui/Button';
import { Notice } from '../ui/Notice';

interface WordingLineProps {
  chosen: Wording;
  /** Null until it is known. */
  standing: WordingStanding | null;
  onBuiltIn: () => void;
}

export function WordingLine({ chosen, standing, onBuiltIn }: WordingLineProps) {
  if (standing !== null && !standing.ready) {
    return (
      <Notice
        tone="warn"
        title={`The prospect cannot be worded by ${wordingWords(chosen)} now`}
        actions={
          <Button size="small" onClick={onBuiltIn}>
            Use built-in words
          </Button>
        }
      >
        {standing.detail} {standing.hint}
      </Notice>
    );
  }
  return (
    <p className="text-note text-muted">
      The prospect’s words: {wordingWords(chosen)}.{' '}
      <a className="underline" href={routeHref({ screen: 'models' })}>
        Change
      </a>
    </p>
  );
}
