import { Alert } from '../../../../shared/src/components';

interface FaultsProps {
  readonly faults: readonly string[];
  readonly title: string;
}

/** What is wrong, one line each; read out at once. */
export function Faults({ faults, title }: FaultsProps) {
  return (
    <Alert tone="error" urgent>
      {title === '' ? null : <p className="utrecht-paragraph">{title}</p>}
      <ul className="aw-policy__faults">
        {faults.map((fault) => (
          <li key={fault}>{fault}</li>
        ))}
      </ul>
    </Alert>
  );
}
