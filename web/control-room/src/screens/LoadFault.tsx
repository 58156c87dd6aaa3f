import { NotLoaded, type Loaded } from '../../../shared/src/components';
import { useTexts } from './room-context';
import { faultText } from './use-act';

interface LoadFaultProps {
  readonly of: Pick<Loaded<unknown>, 'failed' | 'again'>;
  /** What is said when the server does not know it. */
  readonly unknown?: string;
  /** Said instead of the usual words. */
  readonly words?: string;
}

/** What was asked for did not come: why, and the same question one press away. */
export function LoadFault({ of, unknown, words }: LoadFaultProps) {
  const { faults } = useTexts();
  const { failed } = of;
  if (failed === null) return null;
  if (unknown !== undefined && failed.kind === 'problem' && failed.status === 404) {
    return <NotLoaded words={unknown} again={null} />;
  }
  const why = faultText(failed, { faults: { ...faults, ...faults.load } });
  return <NotLoaded words={words ?? why} again={of.again} />;
}

interface LoadingProps extends LoadFaultProps {
  readonly of: Pick<Loaded<unknown>, 'value' | 'failed' | 'waiting' | 'again'>;
}

/** While something is asked for, and when it did not come. */
export function Loading(props: LoadingProps) {
  const { app } = useTexts();
  return props.of.waiting && props.of.value === null ? (
    <p className="utrecht-paragraph" role="status">
      {app.loadingPart}
    </p>
  ) : (
    <LoadFault {...props} />
  );
}
