/**
 * Signs of life, without HTTP: many clients at once, each waiting for its answer. Start reading at
 * {@code IntakeCase}; every contender is a {@code Signs}.
 */
package nl.achterwacht.bench.intake;
