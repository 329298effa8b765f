package org.cairn.server.market;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What goes on by itself: files are read, skills are found, figures are counted anew. Killed, each goes on by itself
/// where it was.
@Configuration(proxyBeanMethods = false)
class MarketJobs {
    static final TaskDescriptor<Void> IMPORT = TaskDescriptor.of("market-import");
    private static final Duration RETRY = Duration.ofSeconds(10);

    /// So many chunks, then the figures are counted: a long queue shows while it is worked off.
    private static final int CHUNKS_A_RUN = 400;

    private final PostingImports imports;
    private final Extraction extraction;

    MarketJobs(PostingImports imports, Extraction extraction) {
        this.imports = imports;
        this.extraction = extraction;
    }

    @Bean
    Task<Void> marketImports() {
        return Tasks.custom(IMPORT)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(RETRY))
                .onDeadExecutionRevive()
                .execute((instance, context) -> read(new ImportId(UUID.fromString(instance.getId())), context));
    }

    @Bean
    RecurringTask<Void> marketExtraction() {
        return Tasks.recurring("market-extraction", FixedDelay.ofSeconds(15))
                .execute((instance, context) -> extract(context));
    }

    private CompletionHandler<Void> read(ImportId id, ExecutionContext context) {
        var step = PostingImports.Step.FINISHED;
        try (var open = imports.open(id).orElse(null)) {
            if (open == null) {
                return new CompletionHandler.OnCompleteRemove<>();
            }
            step = PostingImports.Step.MORE;
            while (step == PostingImports.Step.MORE
                    && !context.getSchedulerState().isShuttingDown()) {
                step = imports.nextChunk(open);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            imports.troubled(id);
            throw e;
        }
        return step == PostingImports.Step.FINISHED
                ? new CompletionHandler.OnCompleteRemove<>()
                : new CompletionHandler.OnCompleteReschedule<>(
                        FixedDelay.of(step == PostingImports.Step.OVERTAKEN ? RETRY : Duration.ZERO));
    }

    private void extract(ExecutionContext context) {
        var more = true;
        for (var chunk = 0; more && chunk < CHUNKS_A_RUN; chunk++) {
            more = !context.getSchedulerState().isShuttingDown() && extraction.nextChunk();
        }
        extraction.countAnew();
    }
}
