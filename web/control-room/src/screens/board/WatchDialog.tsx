import { Button, Dialog } from '../../../../shared/src/components';
import type { Watch } from '../../core/model';
import { hashOf } from '../../core/route';
import { Countdown } from '../Countdown';
import { Facts, type Fact } from '../Facts';
import { Loading } from '../LoadFault';
import { Phone } from '../Phone';
import { useTexts } from '../room-context';
import { ago, dueText, shapeText, timeOf, travelText } from '../say-time';
import { usePeople } from '../use-colleagues';

interface WatchDialogProps {
  readonly watch: Watch;
  readonly onClose: () => void;
}

/** What is known of one watch before any alarm: enough to phone somebody, not where they walk. */
export function WatchDialog({ watch, onClose }: WatchDialogProps) {
  const t = useTexts();
  const people = usePeople();
  const worker = people.value?.items.find(({ id }) => id === watch.workerId);
  const { lastSignAt, dueAt, alarmAt, startedAt } = watch;
  const facts: Fact[] = [
    { name: t.board.columns.due, value: <Countdown say={(now) => dueText(watch, now, t)} /> },
    {
      name: t.board.columns.state,
      value: `${t.words.state[watch.state]} · ${shapeText(watch, t)}`,
    },
    {
      name: t.alarm.phone,
      value:
        people.value === null ? (
          <Loading of={people} />
        ) : (
          <Phone name={watch.workerName} number={worker?.phone ?? null} />
        ),
    },
    { name: t.watch.where, value: watch.place?.address ?? t.board.noPlace },
    ...(watch.place?.floor ? [{ name: t.alarm.floor, value: watch.place.floor }] : []),
    { name: t.alarm.team, value: watch.teamName },
    { name: t.alarm.risk, value: watch.highRisk ? t.alarm.riskHigh : t.alarm.riskNormal },
    { name: t.alarm.companion, value: watch.companion ?? t.board.alone },
    {
      name: t.alarm.travel,
      value: travelText(watch, t),
    },
    {
      name: t.watch.started,
      value: startedAt === null ? t.watch.notStarted : timeOf(startedAt),
    },
    {
      name: t.alarm.lastSign,
      value:
        lastSignAt === null ? (
          t.board.noSign
        ) : (
          <>
            {timeOf(lastSignAt)} (<Countdown say={(now) => ago(lastSignAt, now, t)} />)
          </>
        ),
    },
    ...(dueAt === null ? [] : [{ name: t.watch.due, value: timeOf(dueAt) }]),
    ...(alarmAt === null ? [] : [{ name: t.watch.alarmAt, value: timeOf(alarmAt) }]),
  ];
  return (
    <Dialog title={t.watch.title(watch.workerName)} onClose={onClose}>
      {watch.couldNotBeHeard ? <p className="utrecht-paragraph">{t.alarm.notHeard}</p> : null}
      <Facts facts={facts} />
      {watch.openAlarmIds.map((alarmId) => (
        <a
          key={alarmId}
          className="utrecht-link utrecht-link--html-a"
          href={hashOf({ page: 'alarm', alarmId })}
        >
          {t.board.alarmOpen}
        </a>
      ))}
      <p className="utrecht-paragraph aw-quiet">{t.watch.hidden}</p>
      <Button onClick={onClose}>{t.app.closeDialog}</Button>
    </Dialog>
  );
}
