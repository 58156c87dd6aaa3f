/** What went wrong with an act, beside its button; read out when it appears. */
export function ActFault({ words }: { readonly words: string | null }) {
  return (
    <div className="utrecht-form-field-error-message aw-said" role="alert">
      {words}
    </div>
  );
}
