/**
 * Demo data, and the launcher with embedded PostgreSQL and Keycloak.
 */
@NullMarked
package dev.rapport.demo;

import org.jspecify.annotations.NullMarked;
