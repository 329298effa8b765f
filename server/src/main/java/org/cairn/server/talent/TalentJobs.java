package org.cairn.server.talent;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What goes on by itself: listings end when their time is over, and are forgotten later.
@Configuration(proxyBeanMethods = false)
class TalentJobs {

    @Bean
    RecurringTask<Void> endTalentListings(Listings listings) {
        return Tasks.recurring("end-talent-listings", FixedDelay.ofHours(1))
                .execute((instance, context) -> listings.tidyUp());
    }
}
