import type { Incident } from '../../../../shared/src/api/types';
import { Heading, useLanguage } from '../../../../shared/src/components';
import { Fact } from './Measures';
import { useIncidentTexts, useSayDay } from './use-incidents';

type Code<T> = (keyof T & string) | null | undefined;

function said<T extends Readonly<Record<string, string>>>(words: T, code: Code<T>): string | null {
  return code === null || code === undefined ? null : (words[code] ?? null);
}

/** The form of an incident that is closed: all that was filled in, to read. */
export function ClosedDetails({ incident }: { readonly incident: Incident }) {
  const { form: t, words } = useIncidentTexts();
  const { language } = useLanguage();
  const sayDay = useSayDay();
  const { details, seriousness } = incident;
  const { perpetrator, consequences, police, inspectorate } = details;
  const yesNo = (value: boolean | null | undefined): string | null =>
    typeof value === 'boolean' ? (value ? words.yes : words.no) : null;
  const day = (on: string | null | undefined): string | null =>
    on === null || on === undefined ? null : sayDay(on);
  const cents = consequences?.damageCents ?? null;
  const euros = new Intl.NumberFormat(language === 'nl' ? 'nl-NL' : 'en-GB', {
    style: 'currency',
    currency: 'EUR',
  });
  return (
    <section className="aw-incidents__card">
      <Heading level={2}>{t.title}</Heading>
      <p className="utrecht-paragraph aw-incidents__words">{details.what}</p>
      <dl className="aw-incidents__facts">
        <Fact name={t.where} value={incident.address} />
        <Fact name={t.setting} value={said(words.settings, details.setting)} />
        <Fact
          name={t.seriousness}
          value={seriousness === null ? null : (words.seriousness[seriousness] ?? null)}
        />
        <Fact
          name={t.behaviours}
          value={details.behaviours.map((code) => words.behaviours[code]).join(', ')}
        />
        <Fact name={t.form} value={said(words.forms, details.form)} />
        <Fact name={t.cause} value={said(words.causes, details.cause)} />
        <Fact name={t.alone} value={yesNo(details.alone)} />
        <Fact name={t.with} value={details.with ?? null} />
        <Fact name={t.known} value={yesNo(perpetrator?.known)} />
        <Fact name={t.relation} value={said(words.relations, perpetrator?.relation)} />
        <Fact name={t.minor} value={yesNo(perpetrator?.minor)} />
        <Fact name={t.injury} value={said(words.injuries, consequences?.injury)} />
        <Fact name={t.mental} value={said(words.mental, consequences?.mental)} />
        <Fact name={t.absence} value={consequences?.absenceDays?.toString() ?? null} />
        <Fact name={t.damage} value={cents === null ? null : euros.format(cents / 100)} />
        <Fact name={t.workStopped} value={yesNo(consequences?.workStopped)} />
        <Fact name={t.evidence} value={details.evidence ?? null} />
        <Fact name={t.police} value={said(words.police, police?.choice)} />
        <Fact name={t.policeOn} value={day(police?.on)} />
        <Fact name={t.number} value={police?.number ?? null} />
        <Fact name={t.vpt} value={yesNo(police?.vptCode)} />
        <Fact name={t.domicile} value={yesNo(police?.domicile)} />
        <Fact name={t.followUp} value={police?.followUp ?? null} />
        <Fact name={t.death} value={yesNo(inspectorate?.death)} />
        <Fact name={t.hospital} value={yesNo(inspectorate?.hospital)} />
        <Fact name={t.lasting} value={yesNo(inspectorate?.lastingInjury)} />
        <Fact name={t.decision} value={said(t.decisions, inspectorate?.decision)} />
        <Fact name={t.notifiedOn} value={day(inspectorate?.notifiedOn)} />
        <Fact name={t.lesson} value={details.lesson ?? null} />
      </dl>
    </section>
  );
}
