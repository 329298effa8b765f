package org.cairn.server.bulk;

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
import org.cairn.server.verify.AskedOnce;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What goes on by itself: runs are checked, whoever asked for it is told, and what is over is forgotten. Killed, each
/// goes on where it was.
@Configuration(proxyBeanMethods = false)
class BulkJobs {
    static final TaskDescriptor<Void> RUN = TaskDescriptor.of("bulk-run");
    private static final Duration RETRY = Duration.ofSeconds(10);

    @Bean
    Task<Void> bulkRun(BulkRuns runs) {
        return Tasks.custom(RUN)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(RETRY))
                .onDeadExecutionRevive()
                .execute((instance, context) -> check(runs, new BulkRunId(UUID.fromString(instance.getId())), context));
    }

    private static CompletionHandler<Void> check(BulkRuns runs, BulkRunId id, ExecutionContext context) {
        var asked = AskedOnce.fresh();
        var more = true;
        while (more && !context.getSchedulerState().isShuttingDown()) {
            more = runs.step(id, asked);
        }
        return more
                ? new CompletionHandler.OnCompleteReschedule<>(FixedDelay.of(Duration.ZERO))
                : new CompletionHandler.OnCompleteRemove<>();
    }

    @Bean
    Task<Void> bulkWebhook(Webhooks webhooks) {
        return Tasks.custom(Webhooks.TELL)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(RETRY))
                .onDeadExecutionRevive()
                .execute((instance, context) -> webhooks.deliver(UUID.fromString(instance.getId()))
                        .<CompletionHandler<Void>>map(
                                wait -> new CompletionHandler.OnCompleteReschedule<>(FixedDelay.of(wait)))
                        .orElseGet(CompletionHandler.OnCompleteRemove::new));
    }

    @Bean
    RecurringTask<Void> forgetBulkRuns(BulkRuns runs) {
        return Tasks.recurring("forget-bulk-runs", FixedDelay.ofHours(1))
                .execute((instance, context) -> runs.deleteDue());
    }
}
