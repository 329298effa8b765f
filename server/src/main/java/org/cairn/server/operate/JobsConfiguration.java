package org.cairn.server.operate;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/// Background jobs on the same database. A capability gives its tasks as beans and schedules them through
/// [SchedulerClient] inside its own transaction, so a job exists exactly when the deed that asked for it does.
@Configuration(proxyBeanMethods = false)
class JobsConfiguration {
    private static final int THREADS = 8;

    /// Primary, because the scheduler itself is a client too, but one outside our transactions.
    @Bean
    @Primary
    SchedulerClient schedulerClient(DataSource dataSource) {
        return SchedulerClient.Builder.create(new TransactionAwareDataSourceProxy(dataSource))
                .build();
    }

    @Bean(destroyMethod = "stop")
    Scheduler scheduler(DataSource dataSource, List<Task<?>> tasks) {
        var onStart = tasks.stream()
                .filter(RecurringTask.class::isInstance)
                .map(t -> (RecurringTask<?>) t)
                .toList();
        var onDemand =
                tasks.stream().filter(t -> !(t instanceof RecurringTask<?>)).toList();
        return Scheduler.create(dataSource, onDemand)
                .startTasks(onStart)
                .threads(THREADS)
                .executorService(Executors.newVirtualThreadPerTaskExecutor())
                .pollingInterval(Duration.ofMillis(500))
                .heartbeatInterval(Duration.ofSeconds(5))
                .missedHeartbeatsLimit(4)
                .shutdownMaxWait(Duration.ofSeconds(20))
                .build();
    }

    @Bean
    ApplicationListener<ApplicationReadyEvent> startJobs(Scheduler scheduler) {
        return event -> scheduler.start();
    }
}
