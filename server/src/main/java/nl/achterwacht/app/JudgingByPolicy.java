package nl.achterwacht.app;

import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.Tx;
import nl.achterwacht.policy.Facts;
import nl.achterwacht.policy.Judgement;
import nl.achterwacht.policy.PolicyRegister;
import nl.achterwacht.preparation.Judging;

/** Visits are judged by the tables of their organisation, and kept for try-outs of new tables. */
record JudgingByPolicy(PolicyRegister policy) implements Judging {
  @Override
  public Judgement judge(Tx tx, OrganisationId organisation, Facts facts) {
    return policy.judge(tx, organisation, facts);
  }

  @Override
  public void keep(Tx tx, OrganisationId organisation, Facts facts, Judgement judgement) {
    policy.record(tx, organisation, facts, judgement);
  }
}
