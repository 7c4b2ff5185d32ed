// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Microsoft Graph's security API.
#ifndef CONTOSO_GRAPH_H
#define CONTOSO_GRAPH_H

#include "http.h"
#include <string>

namespace contoso {

/// The latest secure score, as JSON.
Response secureScore(Http &http);

/// Runs an advanced hunting query.
Response hunt(Http &http, const std::string &query);

/// Writes all alerts to the export file. They don't go through memory: the
/// transfer writes to the file. Returns the number of pages, or -1.
int exportAlerts(const Settings &settings, const std::string &token);

} // namespace contoso

#endif
