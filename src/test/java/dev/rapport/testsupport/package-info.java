/** The tests' vocabulary: one PostgreSQL, one Keycloak, one browser for all of them. Uses no feature. */
@NullMarked
package dev.rapport.testsupport;

import org.jspecify.annotations.NullMarked;
