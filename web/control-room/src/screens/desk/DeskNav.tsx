import { hashOf, type DeskPage, type Route } from '../../core/route';
import {
  mayAnswerForOthers,
  mayLook,
  mayMakePolicy,
  maySeeWorkplaces,
  mayUseIncidents,
  type DeskRole,
} from '../../core/rights';
import { useSeat, useTexts } from '../room-context';

interface Entry {
  readonly page: DeskPage;
  readonly to: Route;
  readonly isFor: (roles: readonly DeskRole[]) => boolean;
}

/** The pages of the desk in the order of the header; a new page is a new line here. */
const ENTRIES: readonly Entry[] = [
  { page: 'today', to: { page: 'today' }, isFor: mayAnswerForOthers },
  { page: 'board', to: { page: 'board' }, isFor: mayLook },
  { page: 'tasks', to: { page: 'tasks' }, isFor: mayLook },
  { page: 'incidents', to: { page: 'incidents' }, isFor: mayUseIncidents },
  { page: 'planner', to: { page: 'planner', monday: null }, isFor: mayLook },
  { page: 'preparations', to: { page: 'preparations' }, isFor: mayLook },
  { page: 'workplaces', to: { page: 'workplaces' }, isFor: maySeeWorkplaces },
  { page: 'places', to: { page: 'places' }, isFor: mayLook },
  { page: 'hot-spots', to: { page: 'hot-spots' }, isFor: mayLook },
  { page: 'drills', to: { page: 'drills' }, isFor: mayLook },
  { page: 'protocol', to: { page: 'protocol', part: 'read' }, isFor: mayLook },
  { page: 'house-rules', to: { page: 'house-rules', part: 'cards' }, isFor: mayLook },
  { page: 'reports', to: { page: 'reports', kind: 'risks' }, isFor: mayAnswerForOthers },
  { page: 'policy', to: { page: 'policy' }, isFor: mayMakePolicy },
  { page: 'privacy', to: { page: 'privacy' }, isFor: mayMakePolicy },
];

/** The way from page to page; an alarm belongs to the board, what is imported to the planner. */
export function DeskNav({ route }: { readonly route: Route }) {
  const t = useTexts();
  const { me } = useSeat();
  const current = deskPageOf(route);
  return (
    <nav className="aw-desk__nav" aria-label={t.app.pagesLabel}>
      {ENTRIES.filter(({ isFor }) => isFor(me.roles)).map(({ page, to }) => (
        <a
          key={page}
          className="aw-desk__page"
          href={hashOf(to)}
          aria-current={page === current ? 'page' : undefined}
        >
          {t.app.pages[page]}
        </a>
      ))}
    </nav>
  );
}

function deskPageOf(route: Route): DeskPage {
  switch (route.page) {
    case 'alarm':
      return 'board';
    case 'imports':
      return 'planner';
    case 'preparation':
      return 'preparations';
    case 'place':
      return 'places';
    case 'workplace':
      return 'workplaces';
    case 'agreements':
    case 'meetings':
    case 'meeting':
      return 'protocol';
    case 'task':
      return 'tasks';
    case 'incident':
    case 'letter-templates':
      return 'incidents';
    case 'yearly-reports':
      return 'reports';
    case 'device':
    case 'devices':
    case 'transport':
      return 'drills';
    default:
      return route.page;
  }
}
