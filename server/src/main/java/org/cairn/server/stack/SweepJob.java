package org.cairn.server.stack;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What goes on by itself: sweeps that were asked for, and once a day a look for components that have expired.
@Configuration(proxyBeanMethods = false)
class SweepJob {
    static final TaskDescriptor<Void> TASK = TaskDescriptor.of("stack-sweep");
    private static final Duration RETRY = Duration.ofSeconds(10);

    private final Sweeps sweeps;
    private final ImpactReviews reviews;

    SweepJob(Sweeps sweeps, ImpactReviews reviews) {
        this.sweeps = sweeps;
        this.reviews = reviews;
    }

    @Bean
    Task<Void> stackSweeps() {
        return Tasks.custom(TASK)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(RETRY))
                .onDeadExecutionRevive()
                .execute((instance, context) -> work(new StackVersionId(UUID.fromString(instance.getId())), context));
    }

    @Bean
    RecurringTask<Void> reviewExpiredComponents() {
        return Tasks.recurring("review-expired-components", FixedDelay.ofHours(24))
                .execute((instance, context) -> reviews.openExpired());
    }

    private CompletionHandler<Void> work(StackVersionId id, ExecutionContext context) {
        var more = true;
        while (more && !context.getSchedulerState().isShuttingDown()) {
            more = sweeps.step(id);
        }
        return more
                ? new CompletionHandler.OnCompleteReschedule<>(FixedDelay.of(Duration.ZERO))
                : new CompletionHandler.OnCompleteRemove<>();
    }
}
