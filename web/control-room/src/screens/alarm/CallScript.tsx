import { countdownText } from '../../core/countdown';
import type { AlarmPage, ScriptStep } from '../../core/model';
import { mayHandle } from '../../core/rights';
import { scriptProgress, secondsToTick } from '../../core/script';
import { FaultLine } from '../FaultLine';
import { useSeat, useTexts } from '../room-context';
import { timeOf } from '../say-time';
import { useAct } from '../use-act';

/** What to do, step by step. A tick is kept by the server, with its time and who set it. */
export function CallScript({ page }: { readonly page: AlarmPage }) {
  const t = useTexts();
  const { me } = useSeat();
  const act = useAct(page.alarm.id);
  const progress = scriptProgress(page.script);
  const isFixed = page.alarm.state === 'closed' || !mayHandle(me.roles);
  return (
    <section className="aw-alarm__part" aria-labelledby="aw-script">
      <div className="aw-alarm__part-head">
        <h2 className="utrecht-heading-2" id="aw-script">
          {t.alarm.script}
        </h2>
        <p className="utrecht-paragraph aw-quiet" role="status">
          {t.alarm.scriptProgress(progress.done, progress.total)}
        </p>
      </div>
      {page.script.length === 0 ? (
        <p className="utrecht-paragraph">{t.alarm.noScript}</p>
      ) : (
        <ol className="aw-script">
          {page.script.map((step) => (
            <li
              key={step.number}
              className={`aw-script__step${step.number === progress.nextNumber ? ' aw-script__step--next' : ''}`}
            >
              <label className="aw-script__label">
                <input
                  type="checkbox"
                  className="aw-script__box"
                  checked={step.tickedAt !== null}
                  disabled={isFixed}
                  onChange={(event) =>
                    void act.send({
                      kind: 'script-ticks',
                      number: step.number,
                      ticked: event.target.checked,
                    })
                  }
                />
                <span>
                  <span className="aw-script__text">{step.text}</span>
                  {step.number === progress.nextNumber ? (
                    <span className="aw-script__next"> ({t.alarm.next})</span>
                  ) : null}
                  <TickTime step={step} openedAt={page.alarm.openedAt} />
                </span>
              </label>
            </li>
          ))}
        </ol>
      )}
      <FaultLine act={act} />
    </section>
  );
}

function TickTime({ step, openedAt }: { readonly step: ScriptStep; readonly openedAt: string }) {
  const t = useTexts();
  const seconds = secondsToTick(step, openedAt);
  if (step.tickedAt === null || seconds === null) {
    return null;
  }
  const passed = countdownText(
    {
      late: false,
      hours: Math.floor(seconds / 3600),
      minutes: Math.floor((seconds % 3600) / 60),
      seconds: seconds % 60,
    },
    t.units,
  );
  return (
    <span className="aw-script__time">
      {t.alarm.ticked(timeOf(step.tickedAt), step.tickedBy ?? t.handOver.somebody)} ·{' '}
      {t.alarm.tickedAfter(passed)}
    </span>
  );
}
