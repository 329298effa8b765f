package org.cairn.server.review;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Twice a day a look for conditions whose day has passed.
@Configuration(proxyBeanMethods = false)
class OverdueJob {
    private final Aftermath aftermath;

    OverdueJob(Aftermath aftermath) {
        this.aftermath = aftermath;
    }

    @Bean
    RecurringTask<Void> tellOfOverdueConditions() {
        return Tasks.recurring("tell-of-overdue-conditions", FixedDelay.ofHours(12))
                .execute((instance, context) -> aftermath.tellOverdue());
    }
}
