package dev.rapport.customers;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * Describes a customer as the list shows them.
 *
 * @param number the customer number; empty while there is none
 * @param name empty while unknown
 * @param lastActive last visit, order, ticket or answer
 * @param lastScore points of 100 on the scale of the survey
 * @param healthTenths the health score times ten; empty for whoever is no customer now
 * @param after to go on from here
 */
public record ListedCustomer(
        int person,
        String number,
        String name,
        BigDecimal value,
        int orders,
        Optional<Instant> lastActive,
        int tickets,
        Optional<Integer> lastScore,
        Optional<Integer> healthTenths,
        CustomerFilter.After after) {}
