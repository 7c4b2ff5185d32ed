//===- Audit/Command.cpp - Compile commands, made harmless ----------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Audit/Command.h"
#include "Audit/ResourceDir.h"
#include "clang/Driver/Driver.h"
#include "clang/Options/Options.h"
#include "clang/Tooling/Tooling.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Option/ArgList.h"
#include "llvm/Option/OptTable.h"
#include "llvm/Support/CommandLine.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/VirtualFileSystem.h"
#include <fmt/format.h>

using namespace mde;
using namespace clang;
using namespace clang::options;
using namespace llvm;
using Strings = std::vector<std::string>;

//===----------------------------------------------------------------------===//
// Which flags are kept
//===----------------------------------------------------------------------===//

/// Groups that say how a source is to be read, with exceptions below.
static constexpr unsigned KeptGroups[] = {
    OPT_IncludePath_Group, OPT_f_Group,
    OPT_f_clang_Group,     OPT_m_Group,
    OPT_O_Group,           OPT__SLASH_M_Group,
    OPT_pedantic_Group,    OPT__SLASH_volatile_Group};

static constexpr unsigned KeptOptions[] = {
    OPT_D, OPT_U, OPT_ansi, OPT_std_EQ, OPT_x, OPT_pthread, OPT_stdlib_EQ,
    OPT_stdlibxx_isystem, OPT__sysroot, OPT__sysroot_EQ, OPT_gcc_toolchain,
    OPT_gcc_install_dir_EQ, OPT_target, OPT_target_legacy_spelling, OPT_arch,
    OPT_working_directory, OPT_working_directory_EQ, OPT_traditional_cpp,
    OPT_trigraphs, OPT_nobuiltininc, OPT_nostdlibinc,
    // cl.exe and clang-cl
    OPT__SLASH_imsvc, OPT__SLASH_external_COLON_I, OPT__SLASH_EH, OPT__SLASH_GR,
    OPT__SLASH_GR_, OPT__SLASH_J, OPT__SLASH_std, OPT__SLASH_TP, OPT__SLASH_TC,
    OPT__SLASH_LD, OPT__SLASH_LDd, OPT__SLASH_permissive,
    OPT__SLASH_permissive_, OPT__SLASH_utf8, OPT__SLASH_source_charset,
    OPT__SLASH_Zc_wchar_t, OPT__SLASH_Zc_char8_t, OPT__SLASH_Zc_twoPhase,
    OPT__SLASH_Zp, OPT__SLASH_vctoolsdir, OPT__SLASH_winsdkdir,
    OPT__SLASH_winsysroot, OPT__SLASH_diasdkdir, OPT__SLASH_arch};

static constexpr unsigned DroppedGroups[] = {
    OPT_offload_Group, OPT_cuda_Group,   OPT_hip_Group,     OPT_hlsl_Group,
    OPT_sycl_Group,    OPT_opencl_Group, OPT_fsan_cov_Group};

/// Of the groups above: what names files, programs or compilers of its own, or
/// concerns the code that is made. Without a dash.
static constexpr llvm::StringLiteral DroppedPrefixes[] = {
    "fplugin", "fpass-plugin", "fprofile", "fno-profile", "fcs-profile",
    "fcoverage", "fsanitize", "fno-sanitize", "ftime-", "fcrash-", "fsave-",
    "foptimization-", "fproc-stat", "flto", "fno-lto", "fthin", "fxray",
    "fmodule", "fno-module", "fimplicit-module", "fno-implicit-module",
    "fcxx-modules", "fprebuilt", "fbuild-session", "fembed-", "fdump",
    "fuse-ld", "fdiagnostics", "fno-diagnostics", "fcolor", "fopenmp-targets",
    "findex", "fmemory-profile", "fstack-usage", "fapinotes", "fbasic-block",
    "fdebug", "fgen-cdb", "gen-cdb", "fms-secure-hotpatch", "fretain-comments",
    "fparse-all", "fno-temp", "ftest-", "fverify", "femit", "fintegrated",
    "fno-integrated", "fbuiltin-module", "fautolink", "fsplit", "fpch",
    "finstrument", "fwarn-stack", "fspell", "fno-spell", "fcomment",
    // include paths and files
    "include-pch", "ivfsstatcache", "fmodules-cache-path",
    // machine
    "mtune", "mllvm", "mmlir", "mrelax", "mcpu=native", "mprofile", "mfentry",
    "mindirect", "mbranch", "mharden"};

static bool isKept(const opt::Option &O, StringRef Spelled) {
  StringRef Name = Spelled.ltrim("-/");
  if (any_of(DroppedPrefixes,
             [&](StringRef Prefix) { return Name.starts_with(Prefix); }))
    return false;
  auto Matches = [&](unsigned Id) { return O.matches(Id); };
  if (any_of(DroppedGroups, Matches))
    return false;
  return any_of(KeptGroups, Matches) || any_of(KeptOptions, Matches);
}

//===----------------------------------------------------------------------===//
// Flags inside flags
//===----------------------------------------------------------------------===//

namespace {

class Filter {
public:
  explicit Filter(bool IsCl)
      : ForWindows(IsCl), Visible(IsCl ? CLOption : ClangOption) {}

  Strings Kept;

  void add(ArrayRef<std::string> Flags) {
    parse(Flags, [&](const opt::Arg &A, ArrayRef<std::string> Tokens) {
      if (A.getOption().matches(OPT_Xclang))
        ForFrontEnd.push_back(A.getValue());
      else if (A.getOption().matches(OPT_Wp_COMMA) ||
               A.getOption().matches(OPT_Xpreprocessor))
        for (const char *Value : A.getValues())
          ForPreprocessor.push_back(Value);
      // The main file is named by whoever runs the command.
      else if (A.getOption().matches(OPT__SLASH_Tp))
        Kept.push_back("/TP");
      else if (A.getOption().matches(OPT__SLASH_Tc))
        Kept.push_back("/TC");
      else if (isKept(A.getOption(), A.getSpelling()))
        keep(A, Tokens);
    });
    addFrontEndFlags();
    addPreprocessorFlags();
  }

private:
  /// Paths with backslashes, of a command for Windows, as this machine has them.
  void keep(const opt::Arg &A, ArrayRef<std::string> Tokens) {
    size_t First = Kept.size();
    append_range(Kept, Tokens);
    if (!ForWindows || !sys::path::is_style_posix(sys::path::Style::native))
      return;
    static constexpr unsigned Paths[] = {
        OPT_IncludePath_Group, OPT_include, OPT__SLASH_imsvc,
        OPT__SLASH_external_COLON_I};
    if (any_of(Paths, [&](unsigned Id) { return A.getOption().matches(Id); }))
      for (std::string &Token : drop_begin(Kept, First))
        std::replace(Token.begin(), Token.end(), '\\', '/');
  }

  template <typename Each> void parse(ArrayRef<std::string> Flags, Each F) {
    SmallVector<const char *> Pointers;
    for (const std::string &Flag : Flags)
      Pointers.push_back(Flag.c_str());
    unsigned MissingIndex = 0, MissingCount = 0;
    opt::InputArgList Args = getDriverOptTable().ParseArgs(
        Pointers, MissingIndex, MissingCount, opt::Visibility(Visible));
    std::vector<const opt::Arg *> All(Args.begin(), Args.end());
    for (size_t I = 0; I != All.size(); ++I) {
      size_t Begin = All[I]->getIndex();
      size_t End = I + 1 == All.size()
                       ? Flags.size() - MissingCount - (MissingCount ? 1 : 0)
                       : All[I + 1]->getIndex();
      F(*All[I], Flags.slice(Begin, End - Begin));
    }
  }

  /// CMake includes precompiled headers so: the header itself is the same.
  void addFrontEndFlags() {
    for (size_t I = 0; I + 1 < ForFrontEnd.size(); ++I)
      if (ForFrontEnd[I] == "-include") {
        Kept.push_back("-include");
        Kept.push_back(ForFrontEnd[++I]);
      }
  }

  /// What follows -Wp, goes to the front end unseen, so only the harmless rest
  /// of it is passed on.
  void addPreprocessorFlags() {
    parse(ForPreprocessor, [&](const opt::Arg &A, ArrayRef<std::string> T) {
      static constexpr unsigned Allowed[] = {OPT_D, OPT_U, OPT_I, OPT_isystem,
                                             OPT_include};
      if (any_of(Allowed,
                 [&](unsigned Id) { return A.getOption().matches(Id); }))
        append_range(Kept, T);
    });
  }

  bool ForWindows;
  unsigned Visible;
  Strings ForFrontEnd, ForPreprocessor;
};

} // namespace

//===----------------------------------------------------------------------===//
// The command
//===----------------------------------------------------------------------===//

static Expected<Strings> withResponseFiles(const audit::Command &C, bool IsCl,
                                           vfs::FileSystem &Files) {
  BumpPtrAllocator Alloc;
  cl::ExpansionContext Context(Alloc, IsCl ? cl::TokenizeWindowsCommandLine
                                           : cl::TokenizeGNUCommandLine);
  Context.setCurrentDir(C.Directory);
  Context.setVFS(&Files);
  SmallVector<const char *> Arguments;
  for (const std::string &A : ArrayRef(C.Arguments).drop_front())
    Arguments.push_back(A.c_str());
  if (Error E = Context.expandResponseFiles(Arguments))
    return createStringError("the command cannot be read: " +
                             toString(std::move(E)));
  for (StringRef A : Arguments)
    if (A.size() > 1 && A.front() == '@')
      return createStringError(fmt::format(
          "the response file '{}' of the command cannot be read", A.str()));
  return Strings(Arguments.begin(), Arguments.end());
}

/// `C:\VC\cl.exe` says cl here, too.
static std::string compilerName(StringRef Path) {
  bool Windows = Path.contains('\\');
  StringRef Name = sys::path::filename(
      Path, Windows ? sys::path::Style::windows : sys::path::Style::native);
  Name.consume_back_insensitive(".exe");
  return Name.equals_insensitive("cl") ? "cl" : Name.str();
}

Expected<Strings> audit::harmless(const Command &C, vfs::FileSystem &Files) {
  if (C.Arguments.empty())
    return createStringError("the command is empty");
  std::string Compiler = compilerName(C.Arguments.front());
  SmallVector<const char *> Raw;
  for (const std::string &A : C.Arguments)
    Raw.push_back(A.c_str());
  StringRef Mode =
      clang::driver::getDriverMode(Compiler, ArrayRef(Raw).drop_front());
  bool IsCl = clang::driver::IsClangCL(Mode);
  Expected<Strings> Flags = withResponseFiles(C, IsCl, Files);
  if (!Flags)
    return Flags.takeError();

  Filter Kept(IsCl);
  Kept.add(*Flags);

  // clang looks for the C++ library relative to its own place, too.
  Strings Result = {sys::fs::getMainExecutable(nullptr, nullptr)};
  append_range(Result, Kept.Kept);
  tooling::addTargetAndModeForProgramName(Result, Compiler);
  if (!IsCl && none_of(Result, [](StringRef A) {
        return A.starts_with("--driver-mode=");
      }))
    Result.insert(Result.begin() + 1, ("--driver-mode=" + Mode).str());
  append_range(Result, Strings{"-fsyntax-only", "-w", "-Qunused-arguments",
                               "--no-default-config"});
  if (std::string Dir = resourceDir(); !Dir.empty())
    Result.push_back("-resource-dir=" + Dir);
  Result.push_back("--");
  Result.push_back(C.File);
  return Result;
}
