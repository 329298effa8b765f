package org.cairn.server.taxonomy;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Imports that were asked for. Killed, one goes on by itself where it was.
@Configuration(proxyBeanMethods = false)
class ImportJob {
    static final TaskDescriptor<Void> TASK = TaskDescriptor.of("taxonomy-import");
    private static final Duration RETRY = Duration.ofSeconds(10);

    private final Imports imports;

    ImportJob(Imports imports) {
        this.imports = imports;
    }

    @Bean
    Task<Void> taxonomyImports() {
        return Tasks.custom(TASK)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(RETRY))
                .onDeadExecutionRevive()
                .execute((instance, context) -> work(new TaxonomyId(UUID.fromString(instance.getId())), context));
    }

    private CompletionHandler<Void> work(TaxonomyId id, ExecutionContext context) {
        return imports.work(id, () -> context.getSchedulerState().isShuttingDown())
                ? new CompletionHandler.OnCompleteReschedule<>(FixedDelay.of(Duration.ZERO))
                : new CompletionHandler.OnCompleteRemove<>();
    }
}
