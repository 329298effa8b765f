package org.cairn.server.employer;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What goes on by itself: domains are looked at again.
@Configuration(proxyBeanMethods = false)
class EmployerJobs {
    private final Domains domains;

    EmployerJobs(Domains domains) {
        this.domains = domains;
    }

    @Bean
    RecurringTask<Void> recheckDomains() {
        return Tasks.recurring("recheck-domains", FixedDelay.ofHours(1))
                .execute((instance, context) -> domains.recheck());
    }
}
