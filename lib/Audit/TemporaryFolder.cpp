// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Audit/TemporaryFolder.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Process.h"
#include "llvm/Support/Signals.h"
#include <array>
#include <atomic>
#include <climits>
#include <cstring>
#include <unistd.h>

using namespace mde::audit;
using namespace llvm;
namespace fs = sys::fs;

static constexpr StringLiteral Prefix = "mde-audit", LockName = "owner.lock";

//===----------------------------------------------------------------------===//
// Interrupted
//===----------------------------------------------------------------------===//

namespace {
/// What a signal handler can read: no memory of its own.
struct Slot {
  std::atomic<bool> Used = false;
  char Path[PATH_MAX];
};
} // namespace
static std::array<Slot, 8> ToRemove;

/// Removing a tree takes what a signal handler may not do, so another program
/// does it.
static void onInterrupt() {
  for (Slot &S : ToRemove)
    if (S.Used && fork() == 0) {
      execl("/bin/rm", "rm", "-rf", "--", S.Path, static_cast<char *>(nullptr));
      _exit(127);
    }
  _exit(130);
}

static void removeWhenInterrupted(StringRef Path) {
  sys::SetInterruptFunction(onInterrupt);
  for (Slot &S : ToRemove)
    if (!S.Used && Path.size() < sizeof(S.Path)) {
      std::memcpy(S.Path, Path.data(), Path.size());
      S.Path[Path.size()] = '\0';
      S.Used = true;
      return;
    }
}

static bool isOurs(StringRef Path) {
  return any_of(ToRemove, [&](const Slot &S) { return S.Used && Path == S.Path; });
}

static void forget(StringRef Path) {
  for (Slot &S : ToRemove)
    if (S.Used && Path == S.Path)
      S.Used = false;
}

//===----------------------------------------------------------------------===//
// Killed
//===----------------------------------------------------------------------===//

/// The locked file in \p Folder; -1 if its owner lives.
static int lock(StringRef Folder, fs::CreationDisposition How) {
  SmallString<128> Path(Folder);
  sys::path::append(Path, LockName);
  int File;
  if (fs::openFileForReadWrite(Path, File, How, fs::OF_None))
    return -1;
  if (!fs::tryLockFile(File) && fs::exists(Path))
    return File;
  sys::Process::SafelyCloseFileDescriptor(File);
  return -1;
}

static bool isAbandoned(StringRef Folder) {
  fs::file_status Status;
  if (fs::status(Folder, Status, /*follow=*/false) ||
      !fs::is_directory(Status) || Status.getUser() != getuid())
    return false;
  if (!fs::exists(Folder + "/" + LockName)) // its owner is about to lock it
    return std::chrono::system_clock::now() -
               Status.getLastModificationTime() >
           std::chrono::hours(1);
  int File = lock(Folder, fs::CD_OpenExisting);
  if (File < 0)
    return false;
  sys::Process::SafelyCloseFileDescriptor(File);
  return true;
}

static void removeAbandoned(StringRef Parent) {
  std::error_code EC;
  for (fs::directory_iterator I(Parent, EC, /*follow_symlinks=*/false), E;
       !EC && I != E; I.increment(EC))
    // A process does not see its own locks.
    if (sys::path::filename(I->path()).starts_with((Prefix + "-").str()) &&
        !isOurs(I->path()) && isAbandoned(I->path()))
      fs::remove_directories(I->path());
}

//===----------------------------------------------------------------------===//
// The folder
//===----------------------------------------------------------------------===//

Expected<std::unique_ptr<TemporaryFolder>> TemporaryFolder::make() {
  for (unsigned Try = 0; Try != 8; ++Try) {
    SmallString<128> Path;
    if (std::error_code EC = fs::createUniqueDirectory(Prefix, Path))
      return createStringError("a folder for temporary files cannot be made: " +
                               EC.message());
    // Another run may take it for abandoned before it is locked.
    int File = lock(Path, fs::CD_CreateAlways);
    if (File < 0)
      continue;
    removeWhenInterrupted(Path);
    removeAbandoned(sys::path::parent_path(Path));
    return std::unique_ptr<TemporaryFolder>(
        new TemporaryFolder(Path.str().str(), File));
  }
  return createStringError("a folder for temporary files cannot be locked");
}

TemporaryFolder::~TemporaryFolder() {
  fs::remove_directories(Path);
  sys::Process::SafelyCloseFileDescriptor(Lock);
  forget(Path);
}
