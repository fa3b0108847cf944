package org.evenkeel.hotpaths.analysis;

/**
 * Who a token says its bearer is.
 *
 * @param user unique name of the user
 * @param account what the user may do
 */
record Identity(String user, Account account) {}
