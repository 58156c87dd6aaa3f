import { Alert, Button } from '../../../../shared/src/components';
import { useTogetherTexts, type Loaded } from './use-together';

/** While something is asked, and when that failed. */
export function Loading({ of }: { readonly of: Omit<Loaded<unknown>, 'set'> }) {
  const t = useTogetherTexts();
  if (of.failed) {
    return (
      <Alert tone="error" urgent>
        <p className="utrecht-paragraph">{t.failed}</p>
        <Button onClick={() => void of.load()}>{t.retry}</Button>
      </Alert>
    );
  }
  return of.value === null ? (
    <p className="utrecht-paragraph" role="status">
      {t.loading}
    </p>
  ) : null;
}
