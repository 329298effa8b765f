package org.cairn.server.navigate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cairn.server.identity.PersonId;
import org.cairn.server.navigate.OpenCatalogue.Course;
import org.cairn.server.offering.Enrolment;
import org.cairn.server.offering.Enrolments;
import org.cairn.server.offering.OfferingId;
import org.cairn.skills.pathway.Learner.Past;
import org.springframework.stereotype.Component;

/// What somebody has begun, as a plan has to reckon with it. Thread-safe.
@Component
class Begun {
    private final Enrolments enrolments;

    Begun(Enrolments enrolments) {
        this.enrolments = enrolments;
    }

    /// The latest enrolment in each offering.
    Map<OfferingId, Enrolment> of(PersonId person) {
        var latest = new LinkedHashMap<OfferingId, Enrolment>();
        enrolments
                .of(person)
                .forEach(one -> latest.merge(
                        one.offering(), one, (a, b) -> a.enrolledAt().isAfter(b.enrolledAt()) ? a : b));
        return latest;
    }

    static List<Past> past(Map<OfferingId, Enrolment> latest, Map<OfferingId, Course> courses, CourseTerms terms) {
        var past = new ArrayList<Past>();
        latest.forEach((id, enrolment) -> {
            var course = courses.get(id);
            if (course != null) {
                var planned = new org.cairn.skills.pathway.OfferingId(id.toString());
                past.add(
                        switch (enrolment.status()) {
                            case ENROLLED -> new Past.Running(planned, until(course, terms));
                            case COMPLETED -> new Past.Finished(planned);
                            case FAILED -> new Past.Failed(planned);
                            case WITHDRAWN -> new Past.Dropped(planned);
                        });
            }
        });
        return past;
    }

    /// The week in which it ends: of the offering's last day, else as if it began with the plan.
    private static int until(Course course, CourseTerms terms) {
        LocalDate first = terms.calendar().first();
        return course.offering()
                .terms()
                .endsOn()
                .map(end ->
                        end.isBefore(first) ? 1 : terms.calendar().weekOf(end).orElse(1))
                .orElseGet(() -> terms.begun(course).workload().weeks());
    }
}
