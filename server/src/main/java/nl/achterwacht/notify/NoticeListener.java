package nl.achterwacht.notify;

import java.util.UUID;
import nl.achterwacht.base.OrganisationId;
import nl.achterwacht.base.Tx;

/** What the alarm wants to hear about its notices. */
public interface NoticeListener {
  /** Every notice to every person of this step was refused, in the transaction that found out. */
  void stepUnreachable(Tx tx, OrganisationId organisation, UUID alarmId, int step, int round);
}
