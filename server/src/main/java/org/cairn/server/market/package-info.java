/// The market of jobs: postings that organisations send, the skills found in them in the background, and what is asked
/// for where and when. The counting is the library's (`org.cairn.skills.demand`); here are the files, the rows and the
/// pages. Read [org.cairn.server.market.Demand] (figures), `PostingImports` (files, chunk by chunk), `Extraction`
/// (skills and
/// figures), `Coverage` (what is offered and what nobody asks for). Persons are never counted, only postings and
/// awards.
@NullMarked
@ApplicationModule(allowedDependencies = {"web", "operate", "identity", "taxonomy", "catalogue", "offering", "award"})
package org.cairn.server.market;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
