//===- Audit/Scanning.cpp - Units without a parse -------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Audit/Scanning.h"
#include "Audit/FrontEnd.h"
#include "Capture/UserCode.h"
#include "Index/Packed.h"
#include "Models/Headers.h"
#include "Scan/Json.h"
#include "Scan/Macros.h"
#include "clang/DependencyScanning/DependencyScanningFilesystem.h"
#include "clang/Frontend/CompilerInstance.h"
#include "clang/Frontend/FrontendActions.h"
#include "clang/Lex/PreprocessorOptions.h"
#include "clang/Lex/PPCallbacks.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/BLAKE3.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/VirtualFileSystem.h"
#include <fmt/format.h>
#include <map>
#include <set>

using namespace mde;
using namespace mde::audit;
using namespace mde::index;
using namespace mde::scan;
using namespace clang;
using llvm::StringRef;

using ScanningFiles = dependencies::DependencyScanningWorkerFilesystem;

namespace {

/// Tells the preprocessor where the directives of a file are.
class Directives : public DependencyDirectivesGetter {
public:
  explicit Directives(ScanningFiles &Files) : Files(Files) {}

  std::unique_ptr<DependencyDirectivesGetter> cloneFor(FileManager &) override {
    return std::make_unique<Directives>(Files);
  }
  std::optional<llvm::ArrayRef<dependency_directives_scan::Directive>>
  operator()(FileEntryRef File) override {
    return Files.getDirectiveTokens(File.getName());
  }

private:
  ScanningFiles &Files;
};

/// Macros that paste, directly or by way of others.
class PastingMacros {
public:
  explicit PastingMacros(Preprocessor &PP) {
    llvm::StringMap<std::vector<StringRef>> UsedBy;
    llvm::SmallVector<StringRef> Todo;
    forEachMacro(PP, [&](StringRef Name, const MacroInfo &Info) {
      for (const Token &T : Info.tokens()) {
        if (T.is(tok::hashhash))
          Todo.push_back(Name);
        if (const IdentifierInfo *Used = T.getIdentifierInfo())
          UsedBy[Used->getName()].push_back(Name);
      }
    });
    while (!Todo.empty()) {
      StringRef Name = Todo.pop_back_val();
      if (Names.insert(Name.str()).second)
        llvm::append_range(Todo, UsedBy.lookup(Name));
    }
    forEachMacro(PP, [&](StringRef Name, const MacroInfo &Info) {
      if (Names.count(Name.str()))
        pieces(Info);
    });
  }

  bool areIn(const Words &W) const {
    return llvm::any_of(W.All, [&](const Word &Each) { return Names.count(Each.Text); });
  }
  /// What stands in such macros and is no parameter.
  std::set<std::string> Pieces;

private:
  void pieces(const MacroInfo &Info) {
    for (const Token &T : Info.tokens()) {
      const IdentifierInfo *Name = T.getIdentifierInfo();
      if (Name && Info.getParameterNum(Name) < 0)
        Pieces.insert(Name->getName().str());
      else if (T.is(tok::numeric_constant) && T.getLiteralData())
        Pieces.insert(std::string(T.getLiteralData(), T.getLength()));
    }
  }

  std::set<std::string> Names;
};

/// The words of files, each lexed once for each language.
struct LexedFiles {
  Sources Words;
  std::set<std::pair<std::string, bool>> Done; ///< name, C++
};

/// One unit on its way.
struct State {
  const CaptureJob &Job;
  ScanningFiles &Files;
  LexedFiles &Lexed;
  ScannedUnit &Unit;
  std::function<std::string(StringRef)> Name;
};

/// Follows the headers that a main file begins with for as long as they are a library's,
/// with all that they include.
class BeginningFollower : public PPCallbacks {
public:
  /// \p Headers: as leadingHeaders() has them. Both must outlive this.
  BeginningFollower(Preprocessor &PP, const std::vector<std::string> &UserCodeGlobs,
                    std::vector<LeadingHeader> &Headers)
      : SM(PP.getSourceManager()),
        Users(SM, UserCodeGlobs, [](StringRef File) { return libraries().contain(File); }),
        Headers(Headers) {}

  void InclusionDirective(SourceLocation At, const Token &, StringRef Name, bool IsAngled, CharSourceRange,
                          OptionalFileEntryRef File, StringRef, StringRef, const clang::Module *, bool,
                          SrcMgr::CharacteristicKind) override {
    if (Ended || !SM.isInMainFile(At))
      return;
    Ended = Next == Headers.size() || !IsAngled || !File || Headers[Next].Name != Name;
    if (!Ended)
      Headers[Next++].Size = Size;
  }
  void FileChanged(SourceLocation At, FileChangeReason Reason, SrcMgr::CharacteristicKind, FileID) override {
    if (Ended || Next == 0 || Reason != EnterFile)
      return;
    if (Users.contains(At)) {
      Ended = true;
      --Next;
      return;
    }
    Size += SM.getFileIDSize(SM.getFileID(At));
    Headers[Next - 1].Size = Size;
  }
  void EndOfMainFile() override { Headers.resize(Next); }

private:
  static const models::HttpHeaders &libraries() {
    static const models::HttpHeaders All = models::HttpHeaders::builtin();
    return All;
  }

  const SourceManager &SM;
  UserCode Users;
  std::vector<LeadingHeader> &Headers;
  size_t Next = 0;
  uint64_t Size = 0;
  bool Ended = false;
};

/// The same for invocations that read a header in the same way; "" where that depends on
/// more than the flags.
std::string headerFlags(const CompilerInvocation &I, const Command &C) {
  const PreprocessorOptions &PP = I.getPreprocessorOpts();
  const FrontendInputFile &Input = I.getFrontendOpts().Inputs.front();
  // Included before the main file; and where MSVC looks for a header depends on who
  // includes it.
  if (!PP.Includes.empty() || !PP.MacroIncludes.empty() || Input.getKind().isPreprocessed() ||
      I.getLangOpts().MSVCCompat)
    return "";
  CompilerInvocation WithoutMain = I;
  WithoutMain.getFrontendOpts().Inputs.clear();
  llvm::BLAKE3 Hash;
  Hash.update(std::to_string(unsigned(Input.getKind().getLanguage())));
  std::vector<std::string> Flags = WithoutMain.getCC1CommandLine();
  Flags.push_back(C.Directory);
  // Files that are read, whatever they say.
  llvm::copy_if(C.Arguments, std::back_inserter(Flags), [](StringRef A) { return A.starts_with("@"); });
  for (const std::string &Flag : Flags) {
    Hash.update(Flag);
    Hash.update(StringRef("\0", 1));
  }
  return llvm::toHex(Hash.final<16>(), /*LowerCase=*/true);
}

class ScanAction : public PreprocessOnlyAction {
public:
  explicit ScanAction(State &S) : S(S), Getter(S.Files) {}

private:
  void ExecuteAction() override {
    Preprocessor &PP = getCompilerInstance().getPreprocessor();
    PP.setDependencyDirectivesGetter(Getter);
    followBeginning(PP);
    PreprocessOnlyAction::ExecuteAction();
    collect(PP);
  }

  void followBeginning(Preprocessor &PP) {
    Beginning &B = S.Unit.Leading;
    B.Flags = headerFlags(getCompilerInstance().getInvocation(), S.Job.Compile);
    if (B.Flags.empty())
      return;
    const SourceManager &SM = PP.getSourceManager();
    B.Headers = leadingHeaders(SM.getBufferData(SM.getMainFileID()));
    if (!B.Headers.empty())
      PP.addPPCallbacks(std::make_unique<BeginningFollower>(PP, S.Job.UserCode, B.Headers));
  }

  void collect(Preprocessor &PP) {
    const SourceManager &SM = PP.getSourceManager();
    UserCode Users(SM, S.Job.UserCode, nullptr);
    std::set<std::string> Seen;
    for (unsigned I = 0, E = SM.local_sloc_entry_size(); I != E; ++I) {
      const SrcMgr::SLocEntry &Entry = SM.getLocalSLocEntry(I);
      if (!Entry.isFile())
        continue;
      OptionalFileEntryRef File = Entry.getFile().getContentCache().OrigEntry;
      if (!File)
        continue;
      std::string Name = S.Name(UserCode::cleanName(SM, *File));
      if (!Seen.insert(Name).second)
        continue;
      S.Unit.Files.push_back(Name);
      SourceLocation Start = SourceLocation::getFromRawEncoding(Entry.getOffset());
      if (!Users.contains(Start))
        continue;
      bool IsMain = SM.getFileID(Start) == SM.getMainFileID();
      S.Unit.Own.insert(IsMain ? S.Unit.Own.begin() : S.Unit.Own.end(), Name);
      read(Name, SM.getBufferData(SM.getFileID(Start)), PP.getLangOpts());
    }
    // A main file that is nobody's code is still what the unit is.
    if (S.Unit.Own.empty() || S.Unit.Own.front() != S.Unit.Name)
      S.Unit.Failure = "its main file is not taken for the user's code";
    std::string Macros;
    for (const auto &[Text, Undefined] : getCompilerInstance().getPreprocessorOpts().Macros)
      if (!Undefined)
        Macros += Text + '\n';
    S.Unit.Defined = wordsOf(Macros, PP.getLangOpts());
    PastingMacros Pasting(PP);
    for (const std::string &Name : S.Unit.Own)
      if (Pasting.areIn(S.Lexed.Words[Name]))
        S.Unit.Pasting.push_back(Name);
    if (!S.Unit.Pasting.empty())
      S.Unit.Pieces.assign(Pasting.Pieces.begin(), Pasting.Pieces.end());
  }

  void read(const std::string &Name, StringRef Text, const LangOptions &Options) {
    if (S.Lexed.Done.insert({Name, Options.CPlusPlus}).second)
      merge(S.Lexed.Words[Name], wordsOf(Text, Options));
  }

  State &S;
  Directives Getter;
};

} // namespace

static Scanned scanUnit(const CaptureJob &Job, dependencies::DependencyScanningFilesystemSharedCache &Shared,
                        LexedFiles &Into) {
  const Command &C = Job.Compile;
  Scanned Result;
  ScannedUnit &U = Result.Unit;
  auto Name = [&](StringRef File) { return reportedName(File, C.Directory, Job.Root); };
  U.Name = Name(C.File);
  if (std::error_code EC = llvm::sys::fs::set_current_path(C.Directory)) {
    U.Failure = EC.message();
    return Result;
  }
  auto Files = llvm::makeIntrusiveRefCnt<ScanningFiles>(Shared, sourcesOf(Job));
  auto Looking = recording(Files, Result.Inputs);
  State S{Job, *Files, Into, U, Name};
  FrontEndRun Run;
  Run.Make = [&] { return std::make_unique<ScanAction>(S); };
  Run.Name = Name;
  std::vector<std::string> Errors = runFrontEnd(C, Looking, Run);
  if (!Errors.empty()) {
    U.Failure = Errors.front();
    U.Leading = {};
  }
  return Result;
}

ScanResult audit::scanUnits(llvm::ArrayRef<CaptureJob> Jobs) {
  dependencies::DependencyScanningFilesystemSharedCache Shared;
  LexedFiles Lexed;
  ScanResult R;
  for (const CaptureJob &Job : Jobs)
    R.Units.push_back(scanUnit(Job, Shared, Lexed));
  R.Words = std::move(Lexed.Words);
  return R;
}

//===----------------------------------------------------------------------===//
// As a file
//===----------------------------------------------------------------------===//

namespace {
/// What was looked at and what was seen there, each once: units read the same headers.
using SeenTable = std::map<std::pair<StringRef, StringRef>, size_t>;
} // namespace

static SeenTable seenTable(const ScanResult &R) {
  SeenTable Table;
  for (const Scanned &S : R.Units)
    for (const auto &[Path, State] : S.Inputs)
      Table.try_emplace({Path, State}, Table.size());
  return Table;
}

static llvm::json::Value toJSON(const Scanned &S, const SeenTable &Table) {
  llvm::json::Array Inputs;
  for (const auto &[Path, State] : S.Inputs)
    Inputs.push_back(Table.at({Path, State}));
  return llvm::json::Object{{"key", S.Key}, {"unit", toJSON(S.Unit)}, {"inputs", std::move(Inputs)}};
}

/// \p Seen: paths and states in turn, as `inputs` count them.
static bool fromJSON(const llvm::json::Value &V, llvm::ArrayRef<std::string> Seen, Scanned &S, llvm::json::Path P) {
  llvm::json::ObjectMapper O(V, P);
  std::vector<uint64_t> Inputs;
  if (!O || !O.map("key", S.Key) || !O.map("unit", S.Unit) || !O.map("inputs", Inputs))
    return false;
  for (uint64_t I : Inputs) {
    if (I >= Seen.size() / 2) {
      P.field("inputs").report("expected the number of something that was seen");
      return false;
    }
    S.Inputs.emplace_hint(S.Inputs.end(), Seen[2 * I], Seen[2 * I + 1]);
  }
  return true;
}

namespace mde::audit {
static bool fromJSON(const llvm::json::Value &V, ScanResult &R, llvm::json::Path P) {
  llvm::json::ObjectMapper O(V, P);
  std::vector<std::string> Seen;
  if (!O || !O.map("seen", Seen) || !O.map("words", R.Words))
    return false;
  const llvm::json::Array *Units = V.getAsObject()->getArray("units");
  if (!Units) {
    P.field("units").report("expected array");
    return false;
  }
  for (const llvm::json::Value &Each : *Units)
    if (!::fromJSON(Each, Seen, R.Units.emplace_back(), P.field("units").index(R.Units.size() - 1)))
      return false;
  return true;
}
} // namespace mde::audit

static std::string textOf(const ScanResult &R) {
  SeenTable Table = seenTable(R);
  std::vector<const SeenTable::value_type *> InOrder(Table.size());
  for (const auto &Each : Table)
    InOrder[Each.second] = &Each;
  std::string Text;
  llvm::raw_string_ostream OS(Text);
  llvm::json::OStream J(OS);
  J.object([&] {
    J.attributeArray("seen", [&] {
      for (const auto *Each : InOrder) {
        J.value(llvm::json::fixUTF8(Each->first.first));
        J.value(llvm::json::fixUTF8(Each->first.second));
      }
    });
    J.attributeArray("units", [&] {
      for (const Scanned &S : R.Units)
        J.value(toJSON(S, Table));
    });
    J.attributeObject("words", [&] {
      for (const auto &[File, W] : R.Words)
        J.attribute(llvm::json::fixUTF8(File), toJSON(W));
    });
  });
  return Text;
}

llvm::Error audit::write(const ScanResult &R, StringRef Path) { return writePacked(Path, textOf(R)); }

llvm::Expected<ScanResult> audit::readScanResult(StringRef Path) {
  llvm::Expected<std::string> Text = readPacked(Path);
  if (!Text)
    return Text.takeError();
  auto R = llvm::json::parse<ScanResult>(*Text, "scanned units");
  if (!R)
    return llvm::createStringError(fmt::format("{}: {}", Path.str(), toString(R.takeError())));
  return R;
}
