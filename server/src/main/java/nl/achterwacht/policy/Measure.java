package nl.achterwacht.policy;

/** The precautions a visit may be asked for: the catalogue behind the codes of the tables. */
public enum Measure {
  /** Phone the resident first. */
  BEL,
  /** Ask somebody for more information. */
  INFO,
  /** Take a colleague along. */
  DUO,
  /** A standby is ready. */
  ACHT,
  /** A call-back is agreed. */
  TERUG,
  /** The client comes to the office instead. */
  KANTOOR,
  /** The police are told beforehand. */
  POLVOOR,
  /** Police or security come along. */
  POLMEE,
  /** Within office hours. */
  DAG,
  /** A reachability agreement. */
  BEREIK,
  /** A safe word is agreed. */
  CODE,
  /** The vehicle is on record. */
  AUTO,
  /** Parked nose out, with the way free. */
  PARK,
  /** Battery at 50 % at least, or a power bank. */
  ACCU,
  /** A plan for a home without coverage. */
  DEK,
  /** The packing list. */
  PAK,
  /** The supervisor approves. */
  LEID,
  /** Do not visit. */
  NIET
}
