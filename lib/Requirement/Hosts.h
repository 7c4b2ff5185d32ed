//===- Requirement/Hosts.h - Hosts under the requirement --------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Which requests go to a target: a host of the table, one that looks like an
// API host of the same family, or one that the options add. A host that is
// only partly known is a target when every completion is.
//
//===----------------------------------------------------------------------===//

#ifndef MDE_REQUIREMENT_HOSTS_H
#define MDE_REQUIREMENT_HOSTS_H

#include "Requirement/Options.h"
#include "Text/Text.h"

namespace mde::requirement {

enum class Product { Defender, Graph, Configured };

/// A row of the host table.
struct HostRow {
  const char *Pattern; ///< As HostPattern reads it.
  Product Of;
  const char *Cloud;     ///< "commercial", "US government", "China" ...
  const char *Geography; ///< "United States", "Europe"; "" for any.
  const char *Source;    ///< The document that names the host.
};

/// Every host that a document of Microsoft names.
llvm::ArrayRef<HostRow> hostTable();
/// What hosts of the same family look like; 'not in the list'.
llvm::ArrayRef<HostRow> familyTable();
/// Hosts that look like the family's but serve people, not programs.
llvm::ArrayRef<const char *> portals();

/// What is said of one URL or host.
struct HostAnswer {
  enum Kind {
    NotTarget,
    Target,
    Depends ///< Some completions are targets, others are not.
  };
  Kind K = NotTarget;
  const HostRow *Row = nullptr; ///< Target: the row; null for TargetHosts.
  bool NotInList = false;    ///< Target: a known name, by the family rule only.
  bool FromResponse = false; ///< The URL came from that host's response.
  bool Unknown = false;      ///< Depends: nothing of the host is known.
  OriginRef Why;             ///< Depends: what decides.
  std::string Shown;         ///< The host as people should read it.
};

/// \p Host in lower case, as splitUrl() yields it. A hole right behind a whole
/// host name is taken to begin the port or path: `base + path` is how URLs are
/// built. Behind a part of a name it may continue it.
HostAnswer classifyHost(const Pattern &Host, const Options &O);

/// The same for a whole URL: its scheme, its host, and for Graph its path.
HostAnswer classifyUrl(const Pattern &Url, const Options &O);

} // namespace mde::requirement

#endif // MDE_REQUIREMENT_HOSTS_H
