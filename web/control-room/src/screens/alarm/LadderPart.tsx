import type { Alarm, Called } from '../../core/model';
import type { Texts } from '../../text';
import { LadderLine } from '../board/AlarmStrip';
import { Icon } from '../Icon';
import { useTexts } from '../room-context';
import { timeOf } from '../say-time';

interface LadderPartProps {
  readonly alarm: Alarm;
  readonly called: readonly Called[];
}

/** Who was called, over what, and what became of it; and when the next step is. */
export function LadderPart({ alarm, called }: LadderPartProps) {
  const t = useTexts();
  return (
    <section className="aw-alarm__part" aria-labelledby="aw-ladder">
      <h2 className="utrecht-heading-2" id="aw-ladder">
        {t.alarm.ladder}
      </h2>
      <p className="utrecht-paragraph">
        <strong>
          <LadderLine alarm={alarm} />
        </strong>
        {alarm.state === 'acknowledged' ? ` ${t.alarm.ladderRests}` : ''}
      </p>
      {called.length === 0 ? (
        <p className="utrecht-paragraph aw-quiet">{t.alarm.nobodyCalled}</p>
      ) : (
        <ul className="aw-called">
          {called.map((call) => (
            <li
              key={`${call.personName}-${call.channel}-${call.step}-${call.at}`}
              className={`aw-called__call aw-called__call--${call.state}`}
            >
              <span className="aw-called__who">{call.personName}</span>
              <span>
                {channelWord(call.channel, t)}, {t.words.called[call.state]}
                {call.detail === null ? '' : `: ${call.detail}`}
                {call.state === 'refused' ? <Icon name="overdue" /> : null}
              </span>
              <span className="aw-quiet">
                {t.alarm.calledAtStep(call.step)}, {timeOf(call.at)}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** A channel this version has no word for is shown by its own name. */
function channelWord(channel: string, t: Texts): string {
  const words: Readonly<Record<string, string>> = t.words.channel;
  return words[channel] ?? channel;
}
