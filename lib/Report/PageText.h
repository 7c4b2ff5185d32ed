// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Page.html with markers (@TITLE@ ...), Page.css and Page.js, as they are in this
// folder.
#ifndef MDE_REPORT_PAGETEXT_H
#define MDE_REPORT_PAGETEXT_H

namespace mde::report {

extern const char PageHtml[], PageCss[], PageJs[];

} // namespace mde::report

#endif
