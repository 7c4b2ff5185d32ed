//===- Requirement/HostTable.cpp - The hosts, as data ---------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Sources are paths in MicrosoftDocs/defender-docs and
// microsoftgraph/microsoft-graph-docs-contrib; docs/requirement.md links them.
//
//===----------------------------------------------------------------------===//

#include "Requirement/Hosts.h"

using namespace mde;
using namespace mde::requirement;
using namespace llvm;

static constexpr char Endpoint[] = "defender-endpoint/api/exposed-apis-list.md";
static constexpr char EndpointGov[] = "defender-endpoint/gov.md";
static constexpr char Xdr[] = "defender-xdr/api-supported.md";
static constexpr char XdrGov[] = "defender-xdr/usgov.md";
static constexpr char Siem[] =
    "defender-endpoint/pull-alerts-using-rest-api.md (withdrawn)";
static constexpr char GraphDoc[] = "concepts/deployments.md";
static constexpr char GraphOld[] = "concepts/deployments.md (withdrawn)";
static constexpr char Seen[] = "public code";
static constexpr char Family[] = "the family rule";

static constexpr Product Defender = Product::Defender;
static constexpr Product Graph = Product::Graph;

// clang-format off
static constexpr HostRow Rows[] = {
    {"api.security.microsoft.com", Defender, "commercial", "", Endpoint},
    {"us.api.security.microsoft.com", Defender, "commercial", "United States", Endpoint},
    {"eu.api.security.microsoft.com", Defender, "commercial", "Europe", Endpoint},
    {"uk.api.security.microsoft.com", Defender, "commercial", "United Kingdom", Endpoint},
    {"au.api.security.microsoft.com", Defender, "commercial", "Australia", Endpoint},
    {"swa.api.security.microsoft.com", Defender, "commercial", "Switzerland", Endpoint},
    {"ina.api.security.microsoft.com", Defender, "commercial", "India", Endpoint},

    {"api-us.security.microsoft.com", Defender, "commercial", "United States", Xdr},
    {"api-eu.security.microsoft.com", Defender, "commercial", "Europe", Xdr},
    {"api-uk.security.microsoft.com", Defender, "commercial", "United Kingdom", Xdr},

    {"api.securitycenter.microsoft.com", Defender, "commercial", "", Endpoint},
    {"api-us.securitycenter.microsoft.com", Defender, "commercial", "United States", Endpoint},
    {"api-eu.securitycenter.microsoft.com", Defender, "commercial", "Europe", Endpoint},
    {"api-uk.securitycenter.microsoft.com", Defender, "commercial", "United Kingdom", Endpoint},
    {"api-au.securitycenter.microsoft.com", Defender, "commercial", "Australia", Endpoint},

    {"api.securitycenter.windows.com", Defender, "commercial", "", Endpoint},
    {"api-us.securitycenter.windows.com", Defender, "commercial", "United States", Endpoint},
    {"api-eu.securitycenter.windows.com", Defender, "commercial", "Europe", Endpoint},
    {"api-uk.securitycenter.windows.com", Defender, "commercial", "United Kingdom", Endpoint},
    {"api-*.securitycenter.windows.com", Defender, "commercial", "", Seen},

    {"api-gcc.securitycenter.microsoft.us", Defender, "US government GCC", "United States", EndpointGov},
    {"api-gov.securitycenter.microsoft.us", Defender, "US government GCC High and DoD", "United States", EndpointGov},
    {"api-gcc.security.microsoft.us", Defender, "US government GCC", "United States", XdrGov},
    {"api-gov.security.microsoft.us", Defender, "US government GCC High and DoD", "United States", XdrGov},

    {"wdatp-alertexporter-eu.windows.com", Defender, "commercial", "Europe", Siem},
    {"wdatp-alertexporter-us.windows.com", Defender, "commercial", "United States", Siem},
    {"wdatp-alertexporter-uk.windows.com", Defender, "commercial", "United Kingdom", Siem},
    {"wdatp-alertexporter-eu.securitycenter.windows.com", Defender, "commercial", "Europe", Siem},
    {"wdatp-alertexporter-us.securitycenter.windows.com", Defender, "commercial", "United States", Siem},
    {"wdatp-alertexporter-uk.securitycenter.windows.com", Defender, "commercial", "United Kingdom", Siem},
    {"wdatp-alertexporter-us.gcc.securitycenter.windows.us", Defender, "US government GCC", "United States", Siem},
    {"wdatp-alertexporter-us.securitycenter.windows.us", Defender, "US government GCC High and DoD", "United States", Siem},

    {"graph.microsoft.com", Graph, "commercial", "", GraphDoc},
    {"graph.microsoft.us", Graph, "US government L4", "United States", GraphDoc},
    {"dod-graph.microsoft.us", Graph, "US government L5 (DoD)", "United States", GraphDoc},
    {"microsoftgraph.chinacloudapi.cn", Graph, "China", "China", GraphDoc},
    {"graph.microsoft.de", Graph, "Germany (retired)", "Germany", GraphOld},
};

// The names without a label in front are portals, and '*.' doesn't match them.
static constexpr HostRow Families[] = {
    {"*.security.microsoft.com", Defender, "commercial", "", Family},
    {"*.securitycenter.microsoft.com", Defender, "commercial", "", Family},
    {"*.securitycenter.windows.com", Defender, "commercial", "", Family},
    {"*.securitycenter.microsoft.us", Defender, "US government", "United States", Family},
    {"*.securitycenter.windows.us", Defender, "US government", "United States", Family},
};
// clang-format on

static constexpr const char *Portals[] = {
    "security.microsoft.com",     "securitycenter.microsoft.com",
    "securitycenter.windows.com", "transition.security.microsoft.com",
    "mto.security.microsoft.com",
};

ArrayRef<HostRow> requirement::hostTable() { return Rows; }
ArrayRef<HostRow> requirement::familyTable() { return Families; }
ArrayRef<const char *> requirement::portals() { return Portals; }
