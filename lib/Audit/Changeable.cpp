// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Audit/Changeable.h"
#include "Check/SourceFixes.h"
#include "clang/AST/ASTContext.h"
#include "clang/Basic/LangOptions.h"
#include "clang/Basic/SourceManager.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

using namespace mde;
using namespace mde::audit;
using namespace mde::index;
using namespace clang;

//===----------------------------------------------------------------------===//
// At capture
//===----------------------------------------------------------------------===//

/// The names, without qualifiers, of what may send.
static llvm::StringSet<> requestCalls(const models::Models &M) {
  llvm::StringSet<> Names;
  for (const auto &Library : M.libraries())
    for (const models::CallModel &Call : Library->Calls)
      for (llvm::StringRef Name : Call.Names)
        if (M.isHttp(Name))
          Names.insert(models::unqualified(Name));
  return Names;
}

std::map<std::string, ChangeableFile>
audit::changeableFiles(ASTContext &Ctx, const ir::Unit &Unit,
                       const models::Models &M, const CaptureOptions &O) {
  const SourceManager &SM = Ctx.getSourceManager();
  std::map<FileID, std::string> Names;
  std::vector<FileID> Files;
  for (uint32_t N = 1; N <= Unit.Files.size(); ++N) {
    llvm::StringRef Name = Unit.Files.name(N);
    OptionalFileEntryRef Entry = SM.getFileManager().getOptionalFileRef(Name);
    FileID File = Entry ? SM.translateFile(*Entry) : FileID();
    if (File.isInvalid() || O.IsLibraryHeader(Name) ||
        (O.UserCode.empty() &&
         SM.isInSystemHeader(SM.getLocForStartOfFile(File))))
      continue;
    if (Names.try_emplace(File, Name.str()).second)
      Files.push_back(File);
  }
  const llvm::StringSet<> Wanted = requestCalls(M);
  std::map<std::string, ChangeableFile> Result;
  for (auto &[File, Sites] :
       check::sitesIn(Ctx, Files, [&](llvm::StringRef Name) {
         return Wanted.contains(Name);
       }))
    Result[Names[File]] = {fileState(SM.getBufferData(File)),
                           std::move(Sites)};
  return Result;
}

//===----------------------------------------------------------------------===//
// At the end
//===----------------------------------------------------------------------===//

namespace {

/// A file as it is now, if some unit saw it so.
struct Source {
  std::unique_ptr<SourceManagerForFile> Manager;
  std::vector<const ChangeableFile *> Seen;
};

class SourceFixer {
public:
  SourceFixer(report::Report &R, const ChangeableFiles &Files,
              const models::Models &M)
      : R(R), Files(Files), M(M) {
    // So that a raw string is one token; where there are none, none is asked
    // for.
    Language.CPlusPlus = Language.CPlusPlus11 = true;
  }

  std::vector<report::Edit> fix(const findings::Finding &F) {
    std::vector<report::Edit> Edits;
    for (const findings::Fix &Each : F.Fixes) {
      auto Edit = fix(Each);
      if (!Edit)
        return {};
      Edits.push_back(std::move(*Edit));
    }
    for (const report::Edit &Each : Edits)
      R.Sources.try_emplace(Each.Begin.File, text(Each.Begin.File).str());
    return Edits;
  }

private:
  std::optional<report::Edit> fix(const findings::Fix &F) {
    const Source &S = source(F.At.File);
    if (!S.Manager)
      return std::nullopt;
    const SourceManager &SM = S.Manager->get();
    FileID File = SM.getMainFileID();
    SourceLocation At = SM.translateLineCol(File, F.At.Line, F.At.Col);
    for (const ChangeableFile *Each : S.Seen)
      if (auto Edit =
              check::sourceEdit(F, At, Each->Sites, SM, Language, M)) {
        auto Place = [&](unsigned Offset) {
          return Loc{F.At.File, SM.getLineNumber(File, Offset),
                     SM.getColumnNumber(File, Offset)};
        };
        return report::Edit{Place(Edit->Offset),
                            Place(Edit->Offset + Edit->Length), Edit->Offset,
                            Edit->Length, Edit->Text};
      }
    return std::nullopt;
  }

  llvm::StringRef text(uint32_t Number) {
    const SourceManager &SM = source(Number).Manager->get();
    return SM.getBufferData(SM.getMainFileID());
  }

  const Source &source(uint32_t Number) {
    auto [It, New] = Cache.try_emplace(Number);
    Source &S = It->second;
    llvm::StringRef Name = R.Files.name(Number);
    auto Known = Files.find(Name);
    if (!New || Known == Files.end())
      return S;
    llvm::SmallString<256> Path(Name);
    llvm::sys::path::make_absolute(R.Root, Path);
    if (!llvm::sys::fs::is_regular_file(Path))
      return S; // the sources may be elsewhere
    auto Buffer = llvm::MemoryBuffer::getFile(Path);
    if (!Buffer)
      return S;
    const std::string State = fileState((*Buffer)->getBuffer());
    for (const ChangeableFile &Each : Known->second)
      if (Each.State == State)
        S.Seen.push_back(&Each);
    if (S.Seen.empty())
      R.ChangedSince.insert(Number);
    else
      S.Manager = std::make_unique<SourceManagerForFile>(
          Path, (*Buffer)->getBuffer());
    return S;
  }

  report::Report &R;
  const ChangeableFiles &Files;
  const models::Models &M;
  LangOptions Language;
  std::map<uint32_t, Source> Cache;
};

} // namespace

void audit::findSourceFixes(report::Report &R, const ChangeableFiles &Files,
                            const models::Models &M) {
  SourceFixer Fixer(R, Files, M);
  for (const findings::Finding &F : R.Findings)
    R.Fixes.push_back(F.Suppressed ? std::vector<report::Edit>()
                                   : Fixer.fix(F));
}
