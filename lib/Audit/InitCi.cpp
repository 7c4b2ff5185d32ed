// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// CI files. Each first proves that its gate fails when it has to: with the
// project's own options, on a file whose request nobody may send.
#include "Audit/InitCi.h"

using namespace mde;
using namespace mde::audit;

/// Every line of \p Text after \p Indent, but for empty ones.
static std::string indented(llvm::StringRef Text, unsigned Indent) {
  std::string Result;
  while (!Text.empty()) {
    auto [Line, Rest] = Text.split('\n');
    if (!Line.empty())
      Result += std::string(Indent, ' ') + Line.str();
    Result += '\n';
    Text = Rest;
  }
  return Result;
}

static constexpr llvm::StringLiteral Proof = R"(set -e
mkdir -p .mde-known-bad
cat >.mde-known-bad/bad.c <<'END'
void *curl_easy_init(void);
int curl_easy_setopt(void *, int, ...);
int curl_easy_perform(void *);
int main(void) {
  void *curl = curl_easy_init();
  curl_easy_setopt(curl, 10002, "https://api.security.microsoft.com/api/incidents");
  return curl_easy_perform(curl);
}
END
echo '[{"directory": ".", "file": "bad.c", "arguments": ["cc", "bad.c"]}]' >.mde-known-bad/compile_commands.json
status=0
mde-audit -p .mde-known-bad --no-cache --quiet --verify >.mde-known-bad/out || status=$?
if [ "$status" -ne 1 ] || ! grep -q 'mde-user-agent' .mde-known-bad/out; then
  echo "mde-audit does not report a request without a User-Agent (exit code $status):" >&2
  cat .mde-known-bad/out >&2
  exit 1
fi
rm -r .mde-known-bad
)";

static constexpr llvm::StringLiteral Configure =
    "cmake -S . -B build -DCMAKE_EXPORT_COMPILE_COMMANDS=ON\n";

std::string audit::gitHubFile() {
  return R"(# Every request to Microsoft Defender and Microsoft Graph carries a partner
# User-Agent. The variable MDE_TIDY_IMAGE names an image that holds mde-audit, git and
# what the project needs to be configured.
name: mde-audit
on:
  push:
    branches: [main]
  pull_request:
permissions:
  contents: read
  security-events: write
jobs:
  mde-audit:
    runs-on: ubuntu-latest
    container: ${{ vars.MDE_TIDY_IMAGE }}
    steps:
      - uses: actions/checkout@v4
      - name: The gate fails when it has to
        run: |
)" + indented(Proof, 10) +
         R"(      - name: Configure
        run: )" + Configure.str() +
         R"(      - name: Audit
        run: mde-audit -p build --verify --sarif=mde-audit.sarif --html=mde-audit.html
      - name: Show the findings
        if: always() && hashFiles('mde-audit.sarif') != ''
        uses: github/codeql-action/upload-sarif@v3
        with:
          sarif_file: mde-audit.sarif
      - name: Keep the report
        if: always()
        uses: actions/upload-artifact@v4
        with:
          name: mde-audit
          path: mde-audit.*
)";
}

std::string audit::gitLabFile() {
  return R"(# Every request to Microsoft Defender and Microsoft Graph carries a partner
# User-Agent. The variable MDE_TIDY_IMAGE names an image that holds mde-audit, git and
# what the project needs to be configured.
mde-audit:
  image: $MDE_TIDY_IMAGE
  script:
    # The gate fails when it has to.
    - |
)" + indented(Proof, 6) +
         "    - " + Configure.str() +
         R"(    - mde-audit -p build --verify --gitlab=gl-code-quality-report.json --html=mde-audit.html
  artifacts:
    when: always
    paths: [mde-audit.html]
    reports:
      codequality: gl-code-quality-report.json
)";
}

std::string audit::azureFile() {
  return R"(# Every request to Microsoft Defender and Microsoft Graph carries a partner
# User-Agent. The image holds mde-audit, git and what the project needs to be
# configured: put its name in the place of MDE_TIDY_IMAGE.
trigger:
  - main
pool:
  vmImage: ubuntu-latest
container: MDE_TIDY_IMAGE
steps:
  - script: |
)" + indented(Proof, 6) +
         R"(    displayName: The gate fails when it has to
  - script: )" + Configure.str() +
         R"(    displayName: Configure
  - script: mde-audit -p build --verify --sarif=mde-audit.sarif --html=mde-audit.html
    displayName: Audit
  - script: mkdir -p logs && mv mde-audit.sarif mde-audit.html logs/
    condition: always()
    displayName: Collect the report
  - publish: logs
    artifact: CodeAnalysisLogs
    condition: always()
)";
}
