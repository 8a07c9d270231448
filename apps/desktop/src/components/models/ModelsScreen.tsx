/** What a call needs, what is there, what is missing, and what to do about it. */
import { usePreferences } from '../../hooks/usePreferences';
import { useReadiness, useWordings } from '../../hooks/useSessions';
import { fileSize } from '../../lib/format';
import type { EngineStatus, ModelStatus, Readiness } from '../../types/session';
import { Page } from '../frame/Page';
import { Trouble } from '../frame/Trouble';
import { Notice } from '../ui/Notice';
import { WordingChoice } from './WordingChoice';

export function ModelsScreen() {
  const { data, error, isPending, refetch } = useReadiness();
  const wordings = useWordings();
  const { wishes, change } = usePreferences();
  return (
    <Page>
      <h1 className="text-display">Models</h1>
      <p className="mt-2 max-w-xl text-muted">
        Everything runs on this computer. These are the parts that listen, think and speak in a
        call.
      </p>
      <div className="mt-8 grid gap-10">
        {error !== null && <Trouble error={error} onRetry={() => void refetch()} />}
        {isPending && (
          <p role="status" className="text-lead text-muted">
            Looking up what is there …
          </p>
        )}
        {data !== undefined && <ModelsView readiness={data} />}
        {wordings.data !== undefined && (
          <WordingChoice
            wordings={wordings.data}
            chosen={wishes.wording}
            onChoose={(wording) => {
              change({ wording });
            }}
          />
        )}
      </div>
    </Page>
  );
}

export function ModelsView({ readiness }: { readiness: Readiness }) {
  return (
    <>
      {readiness.can_call ? (
        <Notice tone="info" title="Ready to call" />
      ) : (
        <Notice tone="warn" title="Voice calls are not ready yet">
          Below is what is still loading or missing. Typed calls work meanwhile.
        </Notice>
      )}
      <section aria-labelledby="engines">
        <h2 id="engines" className="text-title">
          In a call
        </h2>
        <ul className="mt-3 divide-y divide-line rounded-card border border-line bg-surface">
          {readiness.engines.filter(inEveryCall).map((engine) => (
            <EngineRow key={`${engine.purpose}-${engine.name}`} engine={engine} />
          ))}
        </ul>
      </section>
      <section aria-labelledby="files">
        <h2 id="files" className="text-title">
          Files
        </h2>
        <ul className="mt-3 divide-y divide-line rounded-card border border-line bg-surface">
          {readiness.models.map((model) => (
            <ModelRow key={model.id} model={model} />
          ))}
        </ul>
      </section>
    </>
  );
}

/** Who words the prospect is a choice of its own. */
const inEveryCall = ({ purpose }: EngineStatus) => purpose !== 'wording';

function EngineRow({ engine }: { engine: EngineStatus }) {
  return (
    <li className="grid gap-x-6 gap-y-1 px-5 py-4 sm:grid-cols-[1fr_auto]">
      <p>
        <span className="font-medium">{engine.purpose}</span>{' '}
        <span className="text-muted">{engine.name}</span>
      </p>
      <State state={engine.state} />
      {engine.detail !== '' && (
        <p className="text-note text-muted sm:col-span-2">{engine.detail}</p>
      )}
      {engine.hint !== '' && <p className="text-note sm:col-span-2">{engine.hint}</p>}
    </li>
  );
}

function ModelRow({ model }: { model: ModelStatus }) {
  return (
    <li className="grid gap-x-6 gap-y-1 px-5 py-4 sm:grid-cols-[1fr_auto]">
      <p>
        <span className="font-medium">{model.id}</span>{' '}
        <span className="text-muted">
          {model.purpose}
          {model.default ? '' : ', optional'}
        </span>
      </p>
      <State state={model.state} />
      <p className="numerals text-note text-muted">
        {fileSize(model.size_bytes)} · {model.licence}
      </p>
    </li>
  );
}

const STATES = {
  ready: { mark: '●', word: 'Ready', colour: 'text-accent' },
  loading: { mark: '◐', word: 'Loading', colour: 'text-warn' },
  missing: { mark: '○', word: 'Missing', colour: 'text-danger' },
  damaged: { mark: '✕', word: 'Damaged', colour: 'text-danger' },
  failed: { mark: '✕', word: 'Failed', colour: 'text-danger' },
} as const;

function State({ state }: { state: keyof typeof STATES }) {
  const { mark, word, colour } = STATES[state];
  return (
    <p className={`text-note font-medium ${colour}`}>
      <span aria-hidden>{mark}</span> {word}
    </p>
  );
}
