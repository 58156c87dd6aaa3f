import { Heading, SelectField } from '../../../../shared/src/components';
import type { ApiAnswer } from '../../../../shared/src/api/answer';
import type { Meeting } from '../../../../shared/src/api/types';
import { useMeetingApi, useTogetherTexts } from './use-together';

const HOW = ['present', 'excused', 'absent'] as const;
type How = (typeof HOW)[number];

interface AttendancePartProps {
  readonly meeting: Meeting;
  readonly onAnswer: (answer: ApiAnswer<Meeting>) => boolean;
}

/** Who is there: chosen while it is going on, a line of names once it is finished. */
export function AttendancePart({ meeting, onAnswer }: AttendancePartProps) {
  const t = useTogetherTexts().meeting;
  const api = useMeetingApi();
  if (!meeting.mayChange) {
    return (
      <>
        {HOW.map((how) => {
          const names = meeting.attendance.filter((one) => one.how === how);
          return names.length === 0 ? null : (
            <p key={how} className="utrecht-paragraph">
              <strong>{t.how[how]}:</strong> {names.map(({ name }) => name).join(', ')}
            </p>
          );
        })}
      </>
    );
  }
  const note = (personId: string, how: How): void => {
    void api.attend(meeting.id, { items: [{ personId, how }] }).then(onAnswer);
  };
  return (
    <details className="aw-together__attendance">
      <summary>
        {t.attendance} ({meeting.attendance.filter(({ how }) => how === 'present').length}/
        {meeting.attendance.length})
      </summary>
      <Heading level={2}>{t.attendance}</Heading>
      <div className="aw-together__people">
        {meeting.attendance.map((one) => (
          <SelectField
            key={one.personId}
            label={t.attendanceFor(one.name)}
            choices={HOW.map((value) => ({ value, label: t.how[value] }))}
            value={one.how}
            onChange={(how) => note(one.personId, how)}
          />
        ))}
      </div>
    </details>
  );
}
