import { useLanguage } from '../../../../shared/src/components';
import { classOf, scoreOf, type Factors } from '../../core/risk';
import { useWorkplaceTexts } from './use-workplaces';

/** A score with how it came about, and what it asks for. */
export function Score({ score }: { readonly score: Factors }) {
  const t = useWorkplaceTexts();
  const { language } = useLanguage();
  const said = (number: number): string =>
    number.toLocaleString(language === 'nl' ? 'nl-NL' : 'en-GB');
  const parts = [score.effect, score.exposure, score.probability].filter((part) => part !== null);
  const riskClass = classOf(score);
  return (
    <>
      <span className={`aw-workplaces__class aw-workplaces__class--${riskClass}`}>
        {`${parts.map(said).join(' × ')} = ${said(scoreOf(score))}: ${t.classes[riskClass]}`}
      </span>
      <span className="aw-workplaces__meaning">{t.meaning[riskClass]}</span>
    </>
  );
}
