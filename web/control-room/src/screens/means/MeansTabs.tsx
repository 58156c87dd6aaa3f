import { hashOf } from '../../core/route';
import { useMeansTexts } from './use-means';

/** Two pages that go together: what one calls for help with, and how one gets home. */
export function MeansTabs({ current }: { readonly current: 'drills' | 'devices' | 'transport' }) {
  const t = useMeansTexts();
  return (
    <nav className="aw-means__tabs" aria-label={t.tabs}>
      {(['drills', 'devices', 'transport'] as const).map((page) => (
        <a key={page} href={hashOf({ page })} aria-current={page === current ? 'page' : undefined}>
          {t[page]}
        </a>
      ))}
    </nav>
  );
}
