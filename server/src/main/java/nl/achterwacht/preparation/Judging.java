package nl.achterwacht.preparation;

import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.Tx;
import nl.achterwacht.policy.Facts;
import nl.achterwacht.policy.Judgement;

/** Who judges a visit: the organisation's policy, as {@code app} wires it. */
public interface Judging {
  /** What the policy in force asks of a visit of which {@code facts} are known. */
  Judgement judge(Tx tx, OrganisationId organisation, Facts facts);

  /** Hears how an estimate was judged: a case for later try-outs of the policy. */
  default void keep(Tx tx, OrganisationId organisation, Facts facts, Judgement judgement) {}
}
