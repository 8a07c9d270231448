/** The frame around every screen but the call: the name, the few ways to go, and the content. */
import { useEffect, useRef, type ReactNode } from 'react';
import { routeHref, useRoute, type Route } from '../../hooks/useRoute';

const PLACES: { label: string; route: Route }[] = [
  { label: 'Call', route: { screen: 'home' } },
  { label: 'History', route: { screen: 'history' } },
  { label: 'Rubrics', route: { screen: 'rubrics' } },
  { label: 'Setup', route: { screen: 'setup' } },
  { label: 'Models', route: { screen: 'models' } },
];

export function Page({ children, width = 'max-w-4xl' }: { children: ReactNode; width?: string }) {
  const { screen } = useRoute();
  const main = useRef<HTMLElement>(null);
  useEffect(() => {
    // Whoever came by a link that is gone now goes on reading at the top of what it led to.
    document.documentElement.scrollTop = 0;
    if (document.activeElement === document.body) main.current?.focus({ preventScroll: true });
  }, []);
  return (
    <div className={`mx-auto grid min-h-dvh grid-rows-[auto_1fr] px-6 ${width}`}>
      <header className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-5">
        <a href={routeHref({ screen: 'home' })} className="text-lead font-semibold tracking-tight">
          Ringside
        </a>
        <nav aria-label="Screens">
          <ul className="flex flex-wrap gap-1">
            {PLACES.map(({ label, route }) => (
              <li key={label}>
                <a
                  href={routeHref(route)}
                  {...(route.screen === screen ? { 'aria-current': 'page' as const } : {})}
                  className="inline-flex min-h-10 items-center rounded-full px-4 text-note font-medium text-muted hover:text-ink aria-[current=page]:bg-sunken aria-[current=page]:text-ink"
                >
                  {label}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </header>
      <main ref={main} tabIndex={-1} className="pb-16 outline-none">
        {children}
      </main>
    </div>
  );
}
