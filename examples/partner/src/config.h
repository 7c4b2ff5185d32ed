// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What the client is called, where it talks to, and what the user set.
#ifndef CONTOSO_CONFIG_H
#define CONTOSO_CONFIG_H

#include <cstdlib>
#include <string>

#ifndef CONTOSO_VERSION
#define CONTOSO_VERSION "0.0.0-dev"
#endif

namespace contoso {

/// How the client names itself to Microsoft's APIs.
inline constexpr char kUserAgent[] = "MdePartner-Contoso-Cognito/" CONTOSO_VERSION;

inline constexpr char kLogin[] = "https://login.microsoftonline.com";
inline constexpr char kDefender[] = "https://api.securitycenter.microsoft.com";
inline constexpr char kGraph[] = "https://graph.microsoft.com";
inline constexpr char kStatus[] = "https://status.contoso.example/health";

struct Settings {
  std::string tenant;
  std::string clientId;
  std::string clientSecret;
  std::string exportFile = "alerts.json";
  bool verbose = false;

  static Settings fromEnvironment() {
    const auto value = [](const char *name, const char *otherwise) {
      const char *set = std::getenv(name);
      return std::string(set ? set : otherwise);
    };
    Settings settings;
    settings.tenant = value("CONTOSO_TENANT", "common");
    settings.clientId = value("CONTOSO_CLIENT_ID", "");
    settings.clientSecret = value("CONTOSO_CLIENT_SECRET", "");
    settings.exportFile = value("CONTOSO_EXPORT", "alerts.json");
    settings.verbose = std::getenv("CONTOSO_VERBOSE") != nullptr;
    return settings;
  }
};

} // namespace contoso

#endif
