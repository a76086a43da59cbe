package dev.rapport.team;

import java.time.ZoneId;

/**
 * Tells observers of a new reporting zone, in the transaction of the change. What they derived by reporting day is to
 * be derived anew.
 */
public record ReportingZoneChanged(ZoneId zone) {}
