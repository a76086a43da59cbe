package dev.rapport.web;

import jakarta.ws.rs.NameBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks an endpoint whose file has rows of persons: their numbers, names or words. Who took such a file is noted. Every endpoint
 * with a file has this mark or stands in {@code PersonsRowsTest} among those without persons.
 */
@NameBinding
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface PersonsRows {}
