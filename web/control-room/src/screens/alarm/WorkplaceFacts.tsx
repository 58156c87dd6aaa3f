import type { AlarmPage } from '../../core/model';
import { Facts } from '../Facts';
import { useTexts } from '../room-context';

/** The lone workplace that the alarm comes from: what whoever comes to help must know. */
export function WorkplaceFacts({ page }: { readonly page: AlarmPage }) {
  const t = useTexts().alarm.workplace;
  const { workplace } = page;
  if (workplace === null) return null;
  const rows: readonly (readonly [string, string | null])[] = [
    [t.spot, workplace.spot],
    [t.howHelpGetsIn, workplace.howHelpGetsIn],
    [t.keyHolder, workplace.keyHolder],
    [t.safeRoom, workplace.safeRoom],
    [t.wayOut, workplace.wayOut],
    [t.firstAid, workplace.firstAid],
    [t.alarmMeans, workplace.alarmMeans],
  ];
  const facts = rows.flatMap(([name, value]) => (value === null ? [] : [{ name, value }]));
  return (
    <section className="aw-alarm__part" aria-labelledby="aw-workplace">
      <h2 className="utrecht-heading-2" id="aw-workplace">
        {t.title}: {workplace.name}
      </h2>
      <Facts facts={facts} />
    </section>
  );
}
