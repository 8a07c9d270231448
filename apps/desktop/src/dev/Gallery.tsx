/** Every state of the interface, listed, or one alone by `#story`; for people and for the browser tests. */
import { useSyncExternalStore } from 'react';
import { STORIES } from './stories';

function subscribe(changed: () => void): () => void {
  window.addEventListener('hashchange', changed);
  return () => {
    window.removeEventListener('hashchange', changed);
  };
}

export function Gallery() {
  const name = useSyncExternalStore(subscribe, () => window.location.hash.slice(1));
  const Story = STORIES[name];
  if (Story !== undefined) return <Story key={name} />;
  return (
    <main className="mx-auto max-w-2xl px-6 py-12">
      <h1 className="text-display">Gallery</h1>
      <ul className="mt-6 grid gap-1" data-stories>
        {Object.keys(STORIES).map((story) => (
          <li key={story}>
            <a className="underline" href={`#${story}`}>
              {story}
            </a>
          </li>
        ))}
      </ul>
    </main>
  );
}
