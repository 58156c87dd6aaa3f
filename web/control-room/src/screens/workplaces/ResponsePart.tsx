import type { LoneWorkplace } from '../../../../shared/src/api/parse-workplaces';
import { Alert, Heading } from '../../../../shared/src/components';
import { hashOf } from '../../core/route';
import { gapsOf, wholeMinutes } from '../../core/workplaces';
import { Facts } from '../Facts';
import { useWorkplaceTexts } from './use-workplaces';

/** How soon somebody is there: as was agreed, as it must be, and as it was. */
export function ResponsePart({ workplace }: { readonly workplace: LoneWorkplace }) {
  const t = useWorkplaceTexts().response;
  const gaps = gapsOf(workplace);
  const { responseMinutes, normMinutes, measured } = workplace;
  const said = (minutes: number | null): string =>
    minutes === null ? t.unknown : t.minutes(minutes);
  return (
    <section className="aw-workplaces__part">
      <Heading level={2}>{t.title}</Heading>
      {gaps.length === 0 ? null : (
        <Alert tone="warning">
          {gaps.map((gap) => (
            <p key={gap} className="utrecht-paragraph">
              {t[gap]}
            </p>
          ))}
        </Alert>
      )}
      <Facts
        facts={[
          { name: t.stated, value: said(responseMinutes) },
          { name: t.norm, value: said(normMinutes) },
          {
            name: t.measured,
            value:
              measured === null
                ? t.never
                : t.times(
                    wholeMinutes(measured.medianSeconds),
                    wholeMinutes(measured.worstSeconds),
                    measured.times,
                    measured.drills,
                  ),
          },
        ]}
      />
      <a className="aw-workplaces__link" href={hashOf({ page: 'drills' })}>
        {t.drills}
      </a>
    </section>
  );
}
