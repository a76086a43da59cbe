/**
 * Single customers: how well they are, what they are worth, the list of them and the page of each. Looks at the facts of all
 * rooms of facts, and uses {@code revenue} for who is a customer.
 */
@NullMarked
package dev.rapport.customers;

import org.jspecify.annotations.NullMarked;
