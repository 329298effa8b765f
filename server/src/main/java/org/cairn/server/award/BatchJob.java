package org.cairn.server.award;

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

/// Works through confirmed files, chunk by chunk. Killed, it goes on by itself: the scheduler finds the dead run and
/// starts the job again, and what was awarded is no longer waiting.
@Configuration(proxyBeanMethods = false)
class BatchJob {
    static final TaskDescriptor<Void> TASK = TaskDescriptor.of("award-batch");
    private static final Duration RETRY = Duration.ofSeconds(10);

    private final Batches batches;

    BatchJob(Batches batches) {
        this.batches = batches;
    }

    @Bean
    Task<Void> awardBatches() {
        return Tasks.custom(TASK)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(RETRY))
                .onDeadExecutionRevive()
                .execute((instance, context) -> work(new BatchId(UUID.fromString(instance.getId())), context));
    }

    @Bean
    RecurringTask<Void> discardOldPreviews() {
        return Tasks.recurring("discard-old-award-previews", FixedDelay.ofHours(6))
                .execute((instance, context) -> batches.discardOld());
    }

    private CompletionHandler<Void> work(BatchId id, ExecutionContext context) {
        try {
            var step = batches.nextChunk(id);
            while (step == Batches.Step.MORE && !context.getSchedulerState().isShuttingDown()) {
                step = batches.nextChunk(id);
            }
            return step == Batches.Step.FINISHED
                    ? new CompletionHandler.OnCompleteRemove<>()
                    : new CompletionHandler.OnCompleteReschedule<>(
                            FixedDelay.of(step == Batches.Step.BUSY ? RETRY : Duration.ZERO));
        } catch (RuntimeException e) {
            batches.troubled(id);
            throw e;
        }
    }
}
