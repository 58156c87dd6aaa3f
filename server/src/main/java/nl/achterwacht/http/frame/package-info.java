/**
 * What holds for every request: the contract, who asks, problems, idempotency, patience with the
 * database, headers. Start reading at {@code ContractCheck}.
 */
@NullMarked
package nl.achterwacht.http.frame;

import org.jspecify.annotations.NullMarked;
