import {
  lazy,
  Suspense,
  useEffect,
  useMemo,
  useState,
  type MouseEvent,
  type ReactNode,
} from 'react';
import { useAnnounce } from '../../../../shared/src/components';
import type { BoardState } from '../../core/board';
import { beginsWithToday } from '../../core/rights';
import { hashOf, type Route } from '../../core/route';
import { sortAlarms } from '../../core/urgency';
import { AlarmScreen } from '../alarm/AlarmScreen';
import { AlarmStrip } from '../board/AlarmStrip';
import { BoardPage } from '../board/BoardPage';
import { SignOutDialog, UnsavedElsewhere } from '../house-rules/UnsavedElsewhere';
import { useUnsaved } from '../house-rules/use-house-rules';
import { PlacePage } from '../places/PlacePage';
import { PlacesPage } from '../places/PlacesPage';
import { PlannerPage } from '../planner/PlannerPage';
import { PolicyPage } from '../policy/PolicyPage';
import { UnsavedProtocol } from '../together/UnsavedProtocol';
import { useUnsavedWords } from '../together/unsaved-protocol';
import { NoRole } from '../sign-in/NoRole';
import { useRoomView, useSeat, useTexts } from '../room-context';
import { Banners } from './Banners';
import { DeskHeader } from './DeskHeader';
import { HelpDialog } from './HelpDialog';
import { useAttention } from './use-attention';
import { useFreshness } from './use-freshness';
import { useKeys } from './use-keys';
import { useRoute } from './use-route';
import './desk.css';

const HotSpotsPage = lazy(() => import('../hot-spots/HotSpotsPage'));
const ImportPage = lazy(() => import('../imports/ImportPage'));
const PreparationsPage = lazy(() => import('../preparation/PreparationsPage'));
const PreparationPage = lazy(() => import('../preparation/PreparationPage'));
const TodayPage = lazy(() => import('../today/TodayPage'));
const ReportsPage = lazy(() => import('../reports/ReportsPage'));
const YearlyPage = lazy(() => import('../reports/YearlyPage'));
const PrivacyPage = lazy(() => import('../privacy/PrivacyPage'));
const TasksPage = lazy(() => import('../tasks/TasksPage'));
const TaskPage = lazy(() => import('../tasks/TaskPage'));
const IncidentsPage = lazy(() => import('../incidents/IncidentsPage'));
const IncidentPage = lazy(() => import('../incidents/IncidentPage'));
const LetterTemplatesPage = lazy(() => import('../incidents/LetterTemplatesPage'));
const DrillsPage = lazy(() => import('../means/DrillsPage'));
const DevicesPage = lazy(() => import('../means/DevicesPage'));
const DevicePage = lazy(() => import('../means/DevicePage'));
const TransportPage = lazy(() => import('../means/TransportPage'));
const WorkplacesPage = lazy(() => import('../workplaces/WorkplacesPage'));
const WorkplacePage = lazy(() => import('../workplaces/WorkplacePage'));
const TogetherPages = lazy(() => import('../together/TogetherPages'));
const HouseRulesPage = lazy(() => import('../house-rules/HouseRulesPage'));

interface DeskProps {
  readonly onSignOut: () => void;
  readonly onSignedOut: () => void;
}

/** The whole screen: what can be trusted above, then the board or one alarm. */
export function Desk({ onSignOut, onSignedOut }: DeskProps) {
  const t = useTexts();
  const { me, room } = useSeat();
  const { live } = useRoomView();
  const route = useRoute();
  const announce = useAnnounce();
  const [helping, setHelping] = useState(false);
  const [leaving, setLeaving] = useState(false);
  const unsavedRules = useUnsaved();
  const unsaved = useUnsavedWords(me.id) !== null || unsavedRules;
  const freshness = useFreshness();
  const asking = useAttention();
  useKeys({ route, onHelp: () => setHelping(true) });

  useEffect(() => {
    if (location.hash === '' && beginsWithToday(me.roles)) {
      location.replace(hashOf({ page: 'today' }));
    }
  }, [me.roles]);

  useEffect(() => {
    if (live.refused === 'signed-out') {
      onSignedOut();
    }
  }, [live.refused, onSignedOut]);

  if (live.refused === 'not-allowed') {
    return <NoRole onSignOut={onSignOut} />;
  }
  const mood = freshness.kind === 'stale' ? 'stale' : asking;
  return (
    <div className={`aw-desk aw-desk--${mood}`}>
      <a className="aw-desk__skip" href="#aw-main" onClick={skipTo('aw-main')}>
        {t.app.skip}
      </a>
      <DeskHeader route={route} onSignOut={unsaved ? () => setLeaving(true) : onSignOut} />
      <Banners freshness={freshness} onRetry={() => room.line.retryNow()} />
      <main id="aw-main" className="aw-desk__main" tabIndex={-1}>
        <UnsavedElsewhere isHere={route.page === 'house-rules'} />
        <UnsavedProtocol isHere={route.page === 'protocol' && route.part === 'edit'} />
        {live.board === null ? (
          <p className="utrecht-paragraph">{t.app.loading}</p>
        ) : (
          <Page
            board={live.board}
            route={route}
            onHelp={() => setHelping(true)}
            onClosed={(name) => {
              announce(t.closing.done(name));
              location.hash = '#/';
            }}
          />
        )}
      </main>
      {helping ? <HelpDialog onClose={() => setHelping(false)} /> : null}
      {leaving ? <SignOutDialog onLeave={onSignOut} onStay={() => setLeaving(false)} /> : null}
    </div>
  );
}

interface PageProps {
  readonly board: BoardState;
  readonly route: Route;
  readonly onHelp: () => void;
  readonly onClosed: (workerName: string) => void;
}

/** What one looks at: another one begins at its top. */
function placeOf(route: Route): string {
  switch (route.page) {
    case 'alarm':
      return route.alarmId;
    case 'place':
      return route.placeId;
    case 'preparation':
      return route.visitId;
    case 'task':
      return route.taskId;
    case 'incident':
      return route.incidentId;
    case 'device':
      return route.deviceId;
    case 'workplace':
      return route.workplaceId;
    case 'reports':
      return route.kind;
    case 'meeting':
      return route.meetingId;
    case 'protocol':
    case 'house-rules':
      return `${route.page} ${route.part}`;
    default:
      return route.page;
  }
}

function Page({ board, route, onHelp, onClosed }: PageProps) {
  const place = placeOf(route);
  useEffect(() => {
    window.scrollTo(0, 0);
  }, [place]);
  switch (route.page) {
    case 'board':
      return <BoardPage board={board} onHelp={onHelp} />;
    case 'alarm':
      return <AlarmScreen key={route.alarmId} alarmId={route.alarmId} onClosed={onClosed} />;
    case 'planner':
      return (
        <BesideAlarms board={board}>
          <PlannerPage monday={route.monday} />
        </BesideAlarms>
      );
    case 'policy':
      return (
        <BesideAlarms board={board}>
          <PolicyPage />
        </BesideAlarms>
      );
    case 'places':
      return (
        <BesideAlarms board={board}>
          <PlacesPage />
        </BesideAlarms>
      );
    case 'place':
      return (
        <BesideAlarms board={board}>
          <PlacePage key={route.placeId} placeId={route.placeId} />
        </BesideAlarms>
      );
    case 'hot-spots':
      return (
        <BesideAlarms board={board}>
          <Later>
            <HotSpotsPage />
          </Later>
        </BesideAlarms>
      );
    case 'imports':
      return (
        <BesideAlarms board={board}>
          <Later>
            <ImportPage />
          </Later>
        </BesideAlarms>
      );
    case 'preparations':
      return (
        <BesideAlarms board={board}>
          <Later>
            <PreparationsPage />
          </Later>
        </BesideAlarms>
      );
    case 'preparation':
      return (
        <BesideAlarms board={board}>
          <Later>
            <PreparationPage key={route.visitId} visitId={route.visitId} />
          </Later>
        </BesideAlarms>
      );
    case 'privacy':
      return (
        <BesideAlarms board={board}>
          <Later>
            <PrivacyPage />
          </Later>
        </BesideAlarms>
      );
    case 'tasks':
      return (
        <BesideAlarms board={board}>
          <Later>
            <TasksPage />
          </Later>
        </BesideAlarms>
      );
    case 'task':
      return (
        <BesideAlarms board={board}>
          <Later>
            <TaskPage key={route.taskId} taskId={route.taskId} />
          </Later>
        </BesideAlarms>
      );
    case 'incidents':
      return (
        <BesideAlarms board={board}>
          <Later>
            <IncidentsPage />
          </Later>
        </BesideAlarms>
      );
    case 'incident':
      return (
        <BesideAlarms board={board}>
          <Later>
            <IncidentPage key={route.incidentId} incidentId={route.incidentId} />
          </Later>
        </BesideAlarms>
      );
    case 'letter-templates':
      return (
        <BesideAlarms board={board}>
          <Later>
            <LetterTemplatesPage />
          </Later>
        </BesideAlarms>
      );
    case 'today':
      return (
        <Later>
          <TodayPage board={board} />
        </Later>
      );
    case 'reports':
      return (
        <BesideAlarms board={board}>
          <Later>
            <ReportsPage key={route.kind} kind={route.kind} />
          </Later>
        </BesideAlarms>
      );
    case 'yearly-reports':
      return (
        <BesideAlarms board={board}>
          <Later>
            <YearlyPage />
          </Later>
        </BesideAlarms>
      );
    case 'drills':
    case 'devices':
    case 'transport':
      return (
        <BesideAlarms board={board}>
          <Later>
            {route.page === 'drills' ? <DrillsPage /> : null}
            {route.page === 'devices' ? <DevicesPage /> : null}
            {route.page === 'transport' ? <TransportPage /> : null}
          </Later>
        </BesideAlarms>
      );
    case 'device':
      return (
        <BesideAlarms board={board}>
          <Later>
            <DevicePage key={route.deviceId} deviceId={route.deviceId} />
          </Later>
        </BesideAlarms>
      );
    case 'protocol':
    case 'agreements':
    case 'meetings':
    case 'meeting':
      return (
        <BesideAlarms board={board}>
          <Later>
            <TogetherPages route={route} />
          </Later>
        </BesideAlarms>
      );
    case 'workplaces':
      return (
        <BesideAlarms board={board}>
          <Later>
            <WorkplacesPage />
          </Later>
        </BesideAlarms>
      );
    case 'workplace':
      return (
        <BesideAlarms board={board}>
          <Later>
            <WorkplacePage key={route.workplaceId} workplaceId={route.workplaceId} />
          </Later>
        </BesideAlarms>
      );
    case 'house-rules':
      return (
        <BesideAlarms board={board}>
          <Later>
            <HouseRulesPage part={route.part} />
          </Later>
        </BesideAlarms>
      );
  }
}

/** A page whose code comes when it is asked for, so that the board is there at once. */
function Later({ children }: { readonly children: ReactNode }) {
  const t = useTexts();
  return (
    <Suspense fallback={<p className="utrecht-paragraph">{t.app.loadingPage}</p>}>
      {children}
    </Suspense>
  );
}

/** Whoever does something else still sees the open alarms first, one press away. */
function BesideAlarms({ board, children }: { board: BoardState; children: ReactNode }) {
  const { me } = useSeat();
  const alarms = useMemo(() => sortAlarms(board.alarms.values(), me.id), [board.alarms, me.id]);
  return (
    <>
      {alarms.length === 0 ? null : <AlarmStrip alarms={alarms} />}
      {children}
    </>
  );
}

/** The hash is the route of this app, so a skip link moves the focus instead of the address. */
function skipTo(id: string) {
  return (event: MouseEvent): void => {
    event.preventDefault();
    document.getElementById(id)?.focus();
  };
}
