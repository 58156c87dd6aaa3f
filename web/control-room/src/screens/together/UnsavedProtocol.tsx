import { Alert } from '../../../../shared/src/components';
import { hashOf } from '../../core/route';
import { useUnloadWarning } from '../house-rules/use-house-rules';
import { useSeat } from '../room-context';
import { useUnsavedWords } from './unsaved-protocol';
import { useTogetherTexts } from './use-together';

/** On every other page: the text of the protocol is not saved, and how to get back to it. */
export function UnsavedProtocol({ isHere }: { readonly isHere: boolean }) {
  const t = useTogetherTexts().edit;
  const { me } = useSeat();
  const unsaved = useUnsavedWords(me.id) !== null;
  useUnloadWarning(unsaved);
  return unsaved && !isHere ? (
    <Alert tone="warning">
      <p className="utrecht-paragraph">
        {t.elsewhere}{' '}
        <a className="utrecht-link" href={hashOf({ page: 'protocol', part: 'edit' })}>
          {t.back}
        </a>
      </p>
    </Alert>
  ) : null;
}
