import { Button, SelectField, SwitchField, TextField } from '../../../../shared/src/components';
import { ALL_AREAS, isFilteringAreas, type AreaFilter } from '../../core/hot-spots';
import { useHotSpotsTexts } from './use-hot-spots';

interface AreaFilterBarProps {
  readonly filter: AreaFilter;
  readonly shown: number;
  readonly chosenName: string | null;
  readonly onChange: (filter: AreaFilter) => void;
}

const KINDS = ['all', 'neighbourhood', 'street'] as const;

export function AreaFilterBar({ filter, shown, chosenName, onChange }: AreaFilterBarProps) {
  const t = useHotSpotsTexts();
  const chosen = chosenName === null ? '' : ` · ${t.chosen(chosenName)}`;
  return (
    <div className="aw-hot-spots__filter" role="search">
      <TextField
        label={t.search}
        type="search"
        autoComplete="off"
        maxLength={100}
        value={filter.text}
        onChange={(event) => onChange({ ...filter, text: event.target.value })}
      />
      <SelectField
        label={t.kind}
        choices={KINDS.map((kind) => ({ value: kind, label: t.kinds[kind] }))}
        value={filter.kind}
        onChange={(kind) => onChange({ ...filter, kind })}
      />
      <SwitchField
        label={t.onlyByHand}
        on={filter.onlyByHand}
        onChange={(onlyByHand) => onChange({ ...filter, onlyByHand })}
      />
      {isFilteringAreas(filter) ? (
        <Button look="quiet" onClick={() => onChange(ALL_AREAS)}>
          {t.clearFilter}
        </Button>
      ) : null}
      <p className="utrecht-paragraph aw-quiet" role="status">
        {t.summary(shown) + chosen}
      </p>
    </div>
  );
}
