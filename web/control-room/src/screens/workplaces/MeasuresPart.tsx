import { useState } from 'react';
import type { WorkplaceMeasure } from '../../../../shared/src/api/types';
import { Button, Heading } from '../../../../shared/src/components';
import { hashOf } from '../../core/route';
import { Facts } from '../Facts';
import { Icon } from '../Icon';
import { useSeat } from '../room-context';
import type { Assessed } from './AssessmentPart';
import { EffectDialog, MeasureDialog } from './MeasureDialogs';
import { useDay, useWorkplaceTexts } from './use-workplaces';

/** What is done about it: each measure is somebody's task with a date. */
export function MeasuresPart(part: Assessed) {
  const { mayChange, assessment } = part;
  const t = useWorkplaceTexts();
  const [dialog, setDialog] = useState<WorkplaceMeasure | 'new' | null>(null);
  const close = () => setDialog(null);
  return (
    <section className="aw-workplaces__part">
      <div className="aw-workplaces__top">
        <Heading level={2}>{t.parts.measures}</Heading>
        {mayChange ? <Button onClick={() => setDialog('new')}>{t.measure.add}</Button> : null}
      </div>
      {assessment.measures.length === 0 ? (
        <p className="utrecht-paragraph">{t.measure.empty}</p>
      ) : (
        <ul className="aw-workplaces__cards">
          {assessment.measures.map((measure) => (
            <Measure
              key={measure.id}
              measure={measure}
              mayChange={mayChange}
              onEffect={() => setDialog(measure)}
            />
          ))}
        </ul>
      )}
      {dialog === 'new' ? <MeasureDialog part={part} onClose={close} /> : null}
      {dialog === null || dialog === 'new' ? null : (
        <EffectDialog part={part} measure={dialog} onClose={close} />
      )}
    </section>
  );
}

interface MeasureProps {
  readonly measure: WorkplaceMeasure;
  readonly mayChange: boolean;
  readonly onEffect: () => void;
}

function Measure({ measure, mayChange, onEffect }: MeasureProps) {
  const t = useWorkplaceTexts().measure;
  const day = useDay();
  const { room } = useSeat();
  const { task } = measure;
  const isWith = measure.kind === 'colleague';
  const due = task?.dueAt ?? null;
  const isLate = due !== null && Date.parse(due) <= room.serverNowMs();
  const alongIn = ({ companionLeft, companionName }: WorkplaceMeasure) => {
    if (companionLeft) {
      const value = (
        <span className="aw-workplaces__warning">
          <Icon name="overdue" /> {t.companionLeft}
        </span>
      );
      return [{ name: t.companion, value }];
    }
    return companionName === null ? [] : [{ name: t.companion, value: companionName }];
  };
  const owner = task?.ownerName ?? task?.endedByName ?? null;
  return (
    <li
      className={isLate ? 'aw-workplaces__card aw-workplaces__card--late' : 'aw-workplaces__card'}
    >
      <Heading level={3}>{measure.what}</Heading>
      <Facts
        facts={[
          { name: t.kind, value: `${t.kinds[measure.kind]} · ${t.levels[measure.level]}` },
          ...alongIn(measure),
          ...(owner === null ? [] : [{ name: t.owner, value: owner }]),
          ...(due === null
            ? []
            : [
                {
                  name: t.due,
                  value: (
                    <>
                      {day(due)}
                      {isLate ? (
                        <span className="aw-workplaces__warning">
                          {' '}
                          <Icon name="overdue" /> {t.late}
                          {task === null || task.rung === 0 ? '' : `, ${t.climbed(task.rung)}`}
                        </span>
                      ) : null}
                    </>
                  ),
                },
              ]),
          ...(task === null || task.state === 'open'
            ? []
            : [
                {
                  name: t.states[task.state],
                  value: `${task.endedAt === null ? '' : day(task.endedAt)}: ${task.answer ?? ''}`,
                },
              ]),
          ...(measure.costEuros === null
            ? []
            : [{ name: t.cost, value: t.euros(measure.costEuros) }]),
          ...(measure.effect === null ? [] : [{ name: t.effect, value: measure.effect }]),
        ]}
      />
      <div className="aw-row">
        {task === null ? null : (
          <a
            className="aw-workplaces__link"
            href={hashOf({ page: 'task', taskId: task.id })}
            aria-label={t.taskThis(measure.what)}
          >
            {t.task}
          </a>
        )}
        {mayChange ? (
          <Button
            look="quiet"
            aria-label={isWith ? t.changeThis(measure.what) : t.effectThis(measure.what)}
            onClick={onEffect}
          >
            {isWith ? t.change : t.effectOpen}
          </Button>
        ) : null}
      </div>
    </li>
  );
}
