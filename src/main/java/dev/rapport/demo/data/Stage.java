package dev.rapport.demo.data;

/** Where lives take place: what all of them share. */
record Stage(Script script, Rhythm rhythm, Numbers numbers, Sheets sheets, Tally tally) {
    Stage(Script script, Numbers numbers) {
        this(script, new Rhythm(script), numbers, new Sheets(), new Tally(script));
    }

    boolean isOver(long millis) {
        return millis > script.millis();
    }
}
