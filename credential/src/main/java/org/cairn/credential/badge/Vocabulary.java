package org.cairn.credential.badge;

import java.util.Set;

/// The closed lists of Open Badges 3.0. Each may be extended with `ext:` names.
final class Vocabulary {

    static final Set<String> ACHIEVEMENTS = Set.of(
            ("Achievement ApprenticeshipCertificate Assessment Assignment AssociateDegree Award Badge BachelorDegree"
                            + " Certificate CertificateOfCompletion Certification CommunityService Competency Course"
                            + " CoCurricular Degree Diploma DoctoralDegree Fieldwork GeneralEducationDevelopment"
                            + " JourneymanCertificate LearningProgram License Membership ProfessionalDoctorate"
                            + " QualityAssuranceCredential MasterCertificate MasterDegree MicroCredential"
                            + " ResearchDoctorate SecondarySchoolDiploma")
                    .split(" "));

    static final Set<String> ALIGNMENT_TARGETS =
            Set.of("ceasn:Competency ceterms:Credential CFItem CFRubric CFRubricCriterion CFRubricCriterionLevel CTDL"
                    .split(" "));

    static final Set<String> IDENTITIES = Set.of(("name sourcedId systemId productId userName accountId emailAddress"
                    + " nationalIdentityNumber isbn issn lisSourcedId oneRosterSourcedId sisSourcedId ltiContextId"
                    + " ltiDeploymentId ltiToolId ltiPlatformId ltiUserId identifier")
            .split(" "));

    static final Set<String> RESULTS = Set.of(("GradePointAverage LetterGrade Percent PerformanceLevel PredictedScore"
                    + " RawScore Result RubricCriterion RubricCriterionLevel RubricScore ScaledScore Status")
            .split(" "));

    static final Set<String> RESULT_STATES =
            Set.of("Completed Enrolled Failed InProgress OnHold Provisional Withdrew".split(" "));

    private Vocabulary() {}

    static boolean isExtension(String name) {
        return name.matches("ext:[A-Za-z0-9.\\-_]{1,100}");
    }
}
