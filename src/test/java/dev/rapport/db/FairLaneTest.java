package dev.rapport.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.db.FairLane.Bounds;
import dev.rapport.db.FairLane.Place;
import dev.rapport.web.Asker;
import dev.rapport.web.TooManyRequestsException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FairLaneTest {
    private static final Asker MARIA = person("maria");
    private static final Asker SAMIR = person("samir");
    private static final Asker KEY = program("key 1");
    private static final Asker OTHER_KEY = program("key 2");

    private long now;

    /** Eight places, two for one, for a program beside people one, four for programs, three may wait. */
    private final FairLane lane = new FairLane(new Bounds(8, 2, 1, 4, 3), () -> now);

    private final List<String> begun = new ArrayList<>();

    @Test
    void oneHasAShareAndNoMore() {
        assertThat(take(MARIA).isAtOnce()).isTrue();
        assertThat(take(MARIA).isAtOnce()).isTrue();
        Place third = take(MARIA);
        assertThat(third.isAtOnce()).isFalse();
        assertThat(third.waitsForOnesOwn()).isTrue();
        assertThat(take(SAMIR).isAtOnce()).isTrue();
        assertThat(lane.running()).isEqualTo(3);
        assertThat(lane.waiting()).isEqualTo(1);
    }

    /** A person and a key may be called the same. */
    @Test
    void aPersonIsNoProgramOfTheSameName() {
        take(person("key 1"));
        take(person("key 1"));
        assertThat(take(KEY).isAtOnce()).isTrue();
    }

    @Test
    void thoseWhoWaitCountToo() {
        for (int i = 0; i < 5; i++) {
            take(KEY);
        }
        assertThatThrownBy(() -> take(KEY)).isInstanceOf(TooManyRequestsException.class);
        assertThat(take(OTHER_KEY).isAtOnce()).isTrue();
        assertThat(lane.waiting()).isEqualTo(3);
    }

    @Test
    void programsLeavePlacesToPeople() {
        for (int i = 1; i <= 3; i++) {
            take(program("key " + i));
            take(program("key " + i));
        }
        assertThat(lane.running()).isEqualTo(4);
        Place last = take(program("key 4"));
        assertThat(last.isAtOnce()).isFalse();
        assertThat(last.waitsForOnesOwn()).isFalse();
        assertThat(take(MARIA).isAtOnce()).isTrue();
    }

    /** Pages have priority: a program goes on, by one at a time, until people have been away for ten seconds. */
    @Test
    void aProgramStepsBackWhilePeopleAsk() {
        Place first = take(KEY);
        take(KEY);
        take(KEY);
        take(KEY);
        Place page = take(MARIA);
        first.giveBack();
        assertThat(begun).isEmpty();
        now += 60_000_000_000L;
        page.giveBack();
        assertThat(begun).containsExactly("key 1");

        Place next = take(SAMIR);
        next.giveBack();
        now += 9_000_000_000L;
        assertThat(take(OTHER_KEY).isAtOnce()).isTrue();
        assertThat(take(OTHER_KEY).isAtOnce()).isFalse();
        now += 1_000_000_000L;
        assertThat(take(program("key 3")).isAtOnce()).isTrue();
    }

    @Test
    void theyAreServedInTurnWhoeverSentHowMany() {
        FairLane one = new FairLane(new Bounds(1, 1, 1, 1, 9));
        List<Place> running = new ArrayList<>();
        running.add(one.take(person("z"), () -> {}));
        for (String name : List.of("a", "a", "a", "b", "c", "c")) {
            Place[] own = new Place[1];
            own[0] = one.take(person(name), () -> {
                begun.add(name);
                running.add(own[0]);
            });
        }
        while (!running.isEmpty()) {
            running.remove(0).giveBack();
        }
        assertThat(begun).containsExactly("a", "b", "c", "a", "c", "a");
    }

    @Test
    void whoLeavesGivesItsPlaceBackAndItsPlaceInTheLine() {
        Place first = take(MARIA);
        take(MARIA);
        Place waiting = take(MARIA);
        Place behind = take(MARIA);
        waiting.giveBack();
        assertThat(lane.waiting()).isEqualTo(1);
        first.giveBack();
        first.giveBack();
        assertThat(begun).containsExactly("maria");
        assertThat(lane.running()).isEqualTo(2);
        assertThat(behind.stopWaiting()).isFalse();
        assertThat(waiting.stopWaiting()).isFalse();
    }

    @Test
    void theApplicationItselfHasNoShare() {
        for (int i = 0; i < 8; i++) {
            assertThat(take(Asker.NOBODY).isAtOnce()).isTrue();
        }
        assertThat(take(Asker.NOBODY).isAtOnce()).isFalse();
    }

    /** Ten thousand steps of chance: no bound is broken, nobody who could run waits, and nothing is left. */
    @Test
    void nothingLeaksWhateverHappens() {
        Random random = new Random(19);
        List<Asker> askers = Stream.of("1", "2", "3", "4")
                .flatMap(name -> Stream.of(person(name), program(name)))
                .toList();
        List<Place> held = new ArrayList<>();
        int refused = 0;
        for (int step = 0; step < 10_000; step++) {
            if (random.nextInt(5) < 3) {
                try {
                    held.add(lane.take(askers.get(random.nextInt(askers.size())), () -> {}));
                } catch (TooManyRequestsException e) {
                    refused++;
                }
            } else if (!held.isEmpty()) {
                Place place = held.get(random.nextInt(held.size()));
                if (random.nextBoolean() || !place.stopWaiting()) {
                    place.giveBack();
                }
                held.remove(place);
            }
            assertThat(lane.running()).isLessThanOrEqualTo(8);
            assertThat(lane.running() + lane.waiting()).isEqualTo(held.size());
        }
        assertThat(refused).isPositive();
        held.forEach(Place::giveBack);
        assertThat(lane.running()).isZero();
        assertThat(lane.waiting()).isZero();
        assertThat(lane.known()).isZero();
    }

    private Place take(Asker asker) {
        return lane.take(asker, () -> begun.add(asker.name()));
    }

    private static Asker person(String name) {
        return new Asker(Asker.Kind.PERSON, name);
    }

    private static Asker program(String name) {
        return new Asker(Asker.Kind.PROGRAM, name);
    }
}
