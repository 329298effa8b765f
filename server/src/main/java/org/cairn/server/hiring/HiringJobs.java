package org.cairn.server.hiring;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What goes on by itself: kept checks are forgotten when their time is over.
@Configuration(proxyBeanMethods = false)
class HiringJobs {

    @Bean
    RecurringTask<Void> forgetApplicantChecks(Checks checks) {
        return Tasks.recurring("forget-applicant-checks", FixedDelay.ofHours(1))
                .execute((instance, context) -> checks.deleteDue());
    }
}
