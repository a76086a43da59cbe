package dev.rapport.team;

import java.time.ZoneId;

/** Told to the rooms above in the transaction of the change: what they derived by reporting day is to be derived anew. */
public record ReportingZoneChanged(ZoneId zone) {}
