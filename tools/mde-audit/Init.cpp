//===- mde-audit/Init.cpp - mde-audit init --------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Audit/Init.h"
#include "Commands.h"

using namespace mde;
using namespace mde::audit;
namespace cl = llvm::cl;

static cl::opt<CiService> Ci(
    "ci", cl::desc("Propose a file for a CI service, too"),
    cl::values(clEnumValN(CiService::GitHub, "github", "GitHub Actions"),
               clEnumValN(CiService::GitLab, "gitlab", "GitLab CI/CD"),
               clEnumValN(CiService::Azure, "azure", "Azure Pipelines")),
    cl::sub(initVerb()));
static cl::opt<std::string>
    Company("company", cl::value_desc("NAME"),
            cl::desc("Your company, as User-Agents have to name it"),
            cl::sub(initVerb()));
static cl::opt<std::string>
    Product("product", cl::value_desc("NAME"),
            cl::desc("Your product, as User-Agents have to name it"),
            cl::sub(initVerb()));
static cl::opt<bool>
    Write("write", cl::desc("Write the files that are not there yet"),
          cl::sub(initVerb()));

int audit::runInit() {
  InitOptions O{Company, Product, {}};
  if (Ci.getNumOccurrences())
    O.Ci = Ci;
  auto Files = proposedFiles(O);
  if (!Files)
    return badUse(Files.takeError());
  if (llvm::Error E = propose(*Files, Write, llvm::outs()))
    return badUse(std::move(E));
  return ExitClean;
}
