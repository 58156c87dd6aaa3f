package nl.achterwacht.watch;

/** What the code that the worker typed turned out to be. The code itself never gets this far. */
public enum Code {
  NONE,
  SAFE,
  DURESS,
  WRONG
}
