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
import { useIsNarrow } from '../use-is-narrow';
import { HeaderMenu } from './HeaderMenu';

interface Entry {
  readonly page: DeskPage;
  readonly to: Route;
  readonly isFor: (roles: readonly DeskRole[]) => boolean;
}

/** What the day is worked with stands in the header; a new page is a new line here or below. */
const DAILY: readonly Entry[] = [
  { page: 'today', to: { page: 'today' }, isFor: mayAnswerForOthers },
  { page: 'board', to: { page: 'board' }, isFor: mayLook },
  { page: 'tasks', to: { page: 'tasks' }, isFor: mayLook },
  { page: 'incidents', to: { page: 'incidents' }, isFor: mayUseIncidents },
  { page: 'planner', to: { page: 'planner', monday: null }, isFor: mayLook },
  { page: 'preparations', to: { page: 'preparations' }, isFor: mayLook },
];

/** What is needed now and then: under one button, in this order. */
const SELDOM: readonly Entry[] = [
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

const FIT_ON_A_PHONE = 2;

/** The way from page to page; an alarm belongs to the board, what is imported to the planner. */
export function DeskNav({ route }: { readonly route: Route }) {
  const t = useTexts();
  const { me } = useSeat();
  const isNarrow = useIsNarrow();
  const current = deskPageOf(route);
  const mine = (entry: Entry): boolean => entry.isFor(me.roles);
  const daily = DAILY.filter(mine);
  const all = [...daily, ...SELDOM.filter(mine)];
  const inRow = isNarrow ? daily.slice(0, FIT_ON_A_PHONE) : daily;
  // The page that is shown always stands in the row, wherever it lives.
  const shown = all.filter((entry) => inRow.includes(entry) || entry.page === current);
  const more = all.filter((entry) => !shown.includes(entry));
  return (
    <nav className="aw-desk__nav" aria-label={t.app.pagesLabel}>
      {shown.map((entry) => (
        <PageLink key={entry.page} entry={entry} isCurrent={entry.page === current} />
      ))}
      {more.length === 0 ? null : (
        <HeaderMenu label={t.app.morePages}>
          {(close) =>
            more.map((entry) => (
              <PageLink key={entry.page} entry={entry} isCurrent={false} onChosen={close} />
            ))
          }
        </HeaderMenu>
      )}
    </nav>
  );
}

interface PageLinkProps {
  readonly entry: Entry;
  readonly isCurrent: boolean;
  readonly onChosen?: () => void;
}

function PageLink({ entry, isCurrent, onChosen }: PageLinkProps) {
  const t = useTexts();
  return (
    <a
      className="aw-desk__page"
      href={hashOf(entry.to)}
      aria-current={isCurrent ? 'page' : undefined}
      onClick={onChosen}
    >
      {t.app.pages[entry.page]}
    </a>
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
