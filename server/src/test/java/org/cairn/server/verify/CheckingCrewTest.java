package org.cairn.server.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CheckingCrewTest {
    final CheckingCrew crew = new CheckingCrew();

    @AfterEach
    void stop() {
        crew.destroy();
    }

    @Test
    void work_is_done_and_its_own_exceptions_come_out() {
        assertThat(crew.done(() -> "checked")).isEqualTo(Optional.of("checked"));
        assertThatThrownBy(() -> crew.done(() -> {
                    throw new IllegalArgumentException("no credential");
                }))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no credential");
    }

    @Test
    void one_check_asks_other_hosts_only_so_often() {
        var permitted = crew.done(() -> IntStream.range(0, 500)
                .filter(i -> FetchBudget.CURRENT.get().permits())
                .count());

        assertThat(permitted).hasValue(40L);
    }

    @Test
    void each_check_has_a_budget_of_its_own() {
        crew.done(() -> IntStream.range(0, 500)
                .filter(i -> FetchBudget.CURRENT.get().permits())
                .count());

        assertThat(crew.done(() -> FetchBudget.CURRENT.get().permits())).hasValue(true);
    }

    @Test
    void who_comes_when_too_many_wait_is_told_at_once() throws InterruptedException {
        var release = new CountDownLatch(1);
        var refused = new AtomicInteger();
        for (int i = 0; i < 216 + 5; i++) {
            Thread.ofVirtual().start(() -> {
                var done = crew.done(() -> {
                    release.await();
                    return true;
                });
                if (done.isEmpty()) {
                    refused.incrementAndGet();
                }
            });
        }

        Awaitility.await().untilAtomic(refused, equalTo(5));
        release.countDown();
    }
}
