// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Audit/Git.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Program.h"
#include <fmt/format.h>
#include <unistd.h>

using namespace mde;
using namespace mde::audit;
using namespace llvm;

Expected<Git> Git::find(std::string Scratch) {
  auto Program = sys::findProgramByName("git");
  if (!Program)
    return createStringError("git is not installed");
  return Git(*Program, std::move(Scratch));
}

static std::string contentsOf(StringRef Path) {
  auto Text = MemoryBuffer::getFile(Path, /*IsText=*/false,
                                    /*RequiresNullTerminator=*/false);
  return Text ? (*Text)->getBuffer().str() : "";
}

Expected<std::string> Git::run(std::vector<std::string> Arguments,
                               StringRef Index) const {
  // Nothing that the repository says may run a program or change it.
  const char *const Always[] = {"--no-optional-locks", "-c",
                                "core.fsmonitor=false", "-c",
                                "core.hooksPath=/dev/null"};
  Arguments.insert(Arguments.begin(), std::begin(Always), std::end(Always));
  Arguments.insert(Arguments.begin(), Program);
  std::vector<StringRef> Line(Arguments.begin(), Arguments.end());
  std::string Variable = ("GIT_INDEX_FILE=" + Index).str();
  std::vector<StringRef> Environment;
  for (char **E = environ; *E; ++E)
    if (Index.empty() || !StringRef(*E).starts_with("GIT_INDEX_FILE="))
      Environment.push_back(*E);
  if (!Index.empty())
    Environment.push_back(Variable);
  std::string Out = Scratch + "/git.out", Err = Scratch + "/git.err", Message;
  // What is there is written over, not cut off.
  sys::fs::remove(Out);
  sys::fs::remove(Err);
  int Exit = sys::ExecuteAndWait(
      Program, Line, ArrayRef<StringRef>(Environment),
      {StringRef(""), StringRef(Out), StringRef(Err)}, 0, 0, &Message);
  if (Exit == 0)
    return contentsOf(Out);
  std::string Said = contentsOf(Err);
  StringRef First = StringRef(Said).split('\n').first.trim();
  First.consume_front("fatal: ");
  First.consume_front("error: ");
  return createStringError(First.empty() ? fmt::format("git failed: {}", Message)
                                         : fmt::format("git: {}", First.str()));
}

std::vector<std::string> audit::splitOutput(StringRef Output, char Separator) {
  SmallVector<StringRef> Parts;
  Output.split(Parts, Separator, -1, /*KeepEmpty=*/false);
  return {Parts.begin(), Parts.end()};
}
