import { hashOf, type Route } from '../../core/route';
import { useTogetherTexts } from './use-together';
import './together.css';

const PAGES = ['protocol', 'agreements', 'meetings'] as const;
type Page = (typeof PAGES)[number];

/** From one of the three to the others: what a team agrees, it reads, decides and keeps. */
export function TogetherNav({ current }: { readonly current: Page }) {
  const t = useTogetherTexts();
  return (
    <nav className="aw-together__nav" aria-label={t.parts}>
      {PAGES.map((page) => (
        <a
          key={page}
          className="aw-together__page"
          href={hashOf(routeTo(page))}
          aria-current={page === current ? 'page' : undefined}
        >
          {t.pages[page]}
        </a>
      ))}
    </nav>
  );
}

function routeTo(page: Page): Route {
  return page === 'protocol' ? { page, part: 'read' } : { page };
}
