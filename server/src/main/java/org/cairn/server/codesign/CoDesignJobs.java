package org.cairn.server.codesign;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What goes on by itself: twice a day a look for rooms whose day of review has come.
@Configuration(proxyBeanMethods = false)
class CoDesignJobs {
    private final RoomStages stages;

    CoDesignJobs(RoomStages stages) {
        this.stages = stages;
    }

    @Bean
    RecurringTask<Void> codesignReviews() {
        return Tasks.recurring("codesign-reviews", FixedDelay.ofHours(12)).execute((instance, context) -> {
            var more = true;
            while (more && !context.getSchedulerState().isShuttingDown()) {
                more = stages.remind();
            }
        });
    }
}
